package org.carillon.channel.push.subscribe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.core.http.OpenApiRoutes;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.PushContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.net.EndpointGuard;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;

/** {@code /push/v1}: a browser subscribes, and whoever holds the token looks, changes and ends. */
public final class SubscriptionApi {
    /** Version of the wording on the subscribe page that is agreed to. */
    private static final String WORDING = "push-1";

    private static final String JSON_TYPE = "application/json";
    private static final String BEARER = "Bearer ";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode OPEN_API = OpenApiRoutes.read(SubscriptionApi.class, "openapi.json");

    private final KeyRing keys;
    private final PurposeId purpose;
    private final String vapidKey;
    private final SubscriptionCommands commands;
    private final ContactForm contacts;
    private final PreferencesForm preferences;
    private final AddressLimit limit;
    private final Clock clock;

    /**
     * Handlers that are not mounted yet.
     *
     * @param vapidKey the hub's public key, base64url
     * @param perMinute requests that one address may make in a minute; 0 for no limit
     */
    public SubscriptionApi(
            CityPack city,
            KeyRing keys,
            String vapidKey,
            SubscriptionCommands commands,
            EndpointGuard guard,
            int perMinute,
            Clock clock) {
        this.keys = keys;
        this.purpose = city.purposes().getFirst().id();
        this.vapidKey = vapidKey;
        this.commands = commands;
        this.contacts = new ContactForm(guard);
        this.preferences = new PreferencesForm(city);
        this.limit = new AddressLimit(perMinute);
        this.clock = clock;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        Map<String, Function<HttpExchange, HttpAnswer>> handlers = Map.of(
                "getOpenApi", exchange -> HttpAnswer.ok(JSON_TYPE, OPEN_API.toString()),
                "getKey",
                        exchange -> HttpAnswer.ok(
                                JSON_TYPE, object().put("key", vapidKey).toString()),
                "subscribe", limited(this::subscribe),
                "getSubscription", limited(this::look),
                "changeSubscription", limited(this::change),
                "endSubscription", limited(this::end));
        new OpenApiRoutes(OPEN_API, handlers, Map.of()).mount(router);
    }

    private Function<HttpExchange, HttpAnswer> limited(Function<HttpExchange, HttpAnswer> handler) {
        return exchange -> {
            SocketAddress remote = exchange.context().request().remoteAddress();
            String address = remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
            if (!limit.admits(address)) {
                throw HttpProblem.tooMany("Too many requests from this address. Please wait a minute.", 60);
            }
            return handler.apply(exchange).with("Cache-Control", "no-store");
        };
    }

    private HttpAnswer subscribe(HttpExchange exchange) {
        JsonNode form = form(exchange);
        List<Fault> faults = new ArrayList<>();
        if (!form.path("consent").asBoolean()) {
            faults.add(new Fault("/consent", "Without your consent nothing is kept: \"consent\" has to be true."));
        }
        Optional<Preferences> wishes = preferences.whole(form, faults);
        Optional<PushContact> contact = contacts.read(form.path("subscription"), faults);
        if (!faults.isEmpty() || wishes.isEmpty() || contact.isEmpty()) {
            return refused(faults);
        }
        ContactId contactId = keys.contactId(contact.get());
        SubscriptionId id = keys.subscriptionId(purpose, contactId);
        Instant now = clock.instant();
        String command = commandId();
        Subscription.Consent consent =
                new Subscription.Consent(WORDING, wishes.get().languages().getFirst(), now, "web:" + command);
        Optional<SubscriptionDecision> decision = commands.ask(new SubscriptionCommand.Subscribe(
                command,
                id,
                now,
                contactId,
                purpose.value(),
                ContactChannel.PUSH,
                keys.seal(purpose, contact.get()),
                wishes.get(),
                consent));
        ObjectNode answer = object().put("id", id.value()).put("manageToken", keys.manageToken(id));
        String location = OPEN_API.at("/servers/0/url").asText() + "/subscriptions/" + id.value();
        return decision.map(decided -> switch (decided) {
                    case SubscriptionDecision.Standing standing -> json(201, answer);
                    case SubscriptionDecision.Refused refused -> refused(List.of(new Fault("", refused.message())));
                    case SubscriptionDecision.Ended ended -> throw unexpected();
                    case SubscriptionDecision.Missing missing -> throw unexpected();
                    case SubscriptionDecision.Declared declared -> throw unexpected();
                })
                .orElseGet(() -> json(202, answer))
                .with("Location", location);
    }

    private HttpAnswer look(HttpExchange exchange) {
        SubscriptionId id = managed(exchange);
        return commands.ask(new SubscriptionCommand.Look(commandId(), id, clock.instant()))
                .map(SubscriptionApi::shown)
                .orElseThrow(() -> HttpProblem.unavailable("The hub is slow just now. Please try again.", 5));
    }

    private HttpAnswer change(HttpExchange exchange) {
        SubscriptionId id = managed(exchange);
        JsonNode form = form(exchange);
        Preferences standing = standing(id).preferences();
        List<Fault> faults = new ArrayList<>();
        Optional<Preferences> changed = preferences.changed(form, standing, faults);
        if (changed.isEmpty()) {
            return refused(faults);
        }
        return commands.ask(new SubscriptionCommand.Change(commandId(), id, clock.instant(), changed.get()))
                .map(SubscriptionApi::shown)
                .orElseGet(() -> HttpAnswer.empty(202));
    }

    private HttpAnswer end(HttpExchange exchange) {
        SubscriptionId id = managed(exchange);
        return commands.ask(new SubscriptionCommand.End(commandId(), id, clock.instant(), "erased"))
                .map(decided -> switch (decided) {
                    case SubscriptionDecision.Ended ended -> HttpAnswer.empty(204);
                    case SubscriptionDecision.Missing missing -> throw missing();
                    case SubscriptionDecision.Refused refused -> refused(List.of(new Fault("", refused.message())));
                    case SubscriptionDecision.Standing stands -> throw unexpected();
                    case SubscriptionDecision.Declared declared -> throw unexpected();
                })
                .orElseGet(() -> HttpAnswer.empty(202));
    }

    private SubscriptionDecision.Standing standing(SubscriptionId id) {
        SubscriptionDecision decision = commands.ask(new SubscriptionCommand.Look(commandId(), id, clock.instant()))
                .orElseThrow(() -> HttpProblem.unavailable("The hub is slow just now. Please try again.", 5));
        return switch (decision) {
            case SubscriptionDecision.Standing standing -> standing;
            case SubscriptionDecision.Missing missing -> throw missing();
            case SubscriptionDecision.Ended ended -> throw missing();
            case SubscriptionDecision.Refused refused -> throw HttpProblem.unprocessable(refused.message());
            case SubscriptionDecision.Declared declared -> throw unexpected();
        };
    }

    /** Without the contact: whoever holds the token learns no endpoint. */
    private static HttpAnswer shown(SubscriptionDecision decision) {
        return switch (decision) {
            case SubscriptionDecision.Standing standing -> {
                Preferences wishes = standing.preferences();
                ObjectNode body = object().put("id", standing.id().value()).put("purpose", standing.purpose());
                wishes.languages().forEach(body.putArray("languages")::add);
                wishes.districts().forEach(body.putArray("areas")::add);
                wishes.topics().forEach(body.putArray("topics")::add);
                body.put("level", wishes.level().wireName())
                        .put("format", wishes.format().wireName())
                        .put("consentAt", standing.consent().at().toString())
                        .put("createdAt", standing.createdAt().toString());
                yield json(200, body);
            }
            case SubscriptionDecision.Refused refused -> refused(List.of(new Fault("", refused.message())));
            case SubscriptionDecision.Missing missing -> throw missing();
            case SubscriptionDecision.Ended ended -> throw missing();
            case SubscriptionDecision.Declared declared -> throw unexpected();
        };
    }

    /** The subscription of the path, if the token is its own. Says nothing about whether there is one. */
    private SubscriptionId managed(HttpExchange exchange) {
        SubscriptionId id;
        try {
            id = SubscriptionId.of(exchange.pathValue("id"));
        } catch (IllegalArgumentException e) {
            throw missing();
        }
        String given = exchange.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .orElse("");
        if (!keys.isManageToken(id, given)) {
            throw HttpProblem.unauthorized(
                    "Give the manageToken of this subscription as a Bearer token.", "Bearer realm=\"push\"");
        }
        return id;
    }

    private static JsonNode form(HttpExchange exchange) {
        try {
            JsonNode form = JSON.readTree(exchange.body().getBytes());
            if (form != null && form.isObject()) {
                return form;
            }
        } catch (JsonProcessingException e) {
            // Its text quotes the input.
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw HttpProblem.badRequest("The body is not a JSON object.");
    }

    private static HttpAnswer refused(List<Fault> faults) {
        ObjectNode body = object().put("type", "about:blank")
                .put("title", "Unprocessable Content")
                .put("status", 422)
                .put(
                        "detail",
                        String.join(" ", faults.stream().map(Fault::message).toList()));
        ArrayNode violations = body.putArray("violations");
        faults.forEach(fault -> violations.addObject().put("path", fault.path()).put("message", fault.message()));
        return new HttpAnswer(422, Map.of("Content-Type", "application/problem+json"), Buffer.buffer(body.toString()));
    }

    private static HttpAnswer json(int status, ObjectNode body) {
        return HttpAnswer.ok(JSON_TYPE, body.toString()).withStatus(status);
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static HttpProblem missing() {
        return HttpProblem.notFound("There is no such subscription, or none any more.");
    }

    private static IllegalStateException unexpected() {
        return new IllegalStateException("the router answered another question");
    }

    private static String commandId() {
        return "push-" + UUID.randomUUID();
    }
}
