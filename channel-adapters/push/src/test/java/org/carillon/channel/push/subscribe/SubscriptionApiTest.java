package org.carillon.channel.push.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.channel.push.Demo;
import org.carillon.channel.push.browser.DemoBrowser;
import org.carillon.channel.push.browser.PushServer;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.net.EndpointGuard;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionApiTest {
    private static final CityPack CITY = Demo.city();
    private static final PurposeId PURPOSE = CITY.purposes().getFirst().id();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeRouter router = new FakeRouter();
    private SubscriptionCommands commands = router;
    private KeyRing keys;
    private PushServer push;
    private URI base;

    @BeforeEach
    void start(@TempDir Path folder) {
        keys = KeyRing.open(folder.resolve("keys"), List.of(PURPOSE), Clock.systemUTC());
        push = PushServer.start(vertx, 0);
        base = serve(new EndpointGuard(true), 0);
    }

    @AfterEach
    void stop() {
        push.close();
        vertx.close().await();
    }

    private URI serve(EndpointGuard guard, int perMinute) {
        Router routes = Router.router(vertx);
        new SubscriptionApi(CITY, keys, "key", command -> commands.ask(command), guard, perMinute, Clock.systemUTC())
                .mount(routes);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(routes)
                .listen(0, "127.0.0.1")
                .await();
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/push/v1");
    }

    private JsonObject wishes(DemoBrowser browser) {
        return new JsonObject()
                .put("subscription", new JsonObject(browser.subscription().toString()))
                .put("languages", new JsonArray().add("es"))
                .put("areas", new JsonArray().add("d01"))
                .put("consent", true);
    }

    private HttpResponse<String> call(String method, String path, String token, JsonObject body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.encode()));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonObject subscribed(DemoBrowser browser) throws Exception {
        HttpResponse<String> answer = call("POST", "/subscriptions", "", wishes(browser));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonObject(answer.body());
    }

    @Test
    void shouldGiveItsKeyAndItsContract() throws Exception {
        assertThat(new JsonObject(call("GET", "/key", "", new JsonObject()).body()).getString("key"))
                .isEqualTo("key");
        assertThat(new JsonObject(call("GET", "/openapi.json", "", new JsonObject())
                                .body())
                        .getString("openapi"))
                .isEqualTo("3.1.0");
    }

    @Test
    void shouldSubscribeSealedAndGiveTheSameTokenAgain() throws Exception {
        // Given
        DemoBrowser browser = push.browser("key");
        // When
        JsonObject first = subscribed(browser);
        JsonObject again = subscribed(browser);
        // Then
        assertThat(again).isEqualTo(first);
        assertThat(first.fieldNames()).containsExactlyInAnyOrder("id", "manageToken");
        SubscriptionCommand.Subscribe command =
                router.subscribed(SubscriptionId.of(first.getString("id"))).orElseThrow();
        assertThat(command.channel()).isEqualTo(ContactChannel.PUSH);
        assertThat(command.purpose()).isEqualTo(PURPOSE.value());
        assertThat(command.preferences())
                .isEqualTo(new Preferences(
                        List.of("es"), List.of("D01"), List.of(), Level.SEVERE, ContentFormat.STANDARD));
        assertThat(command.consent().language()).isEqualTo("es");
        assertThat(keys.openPush(PURPOSE, command.contact()).endpoint())
                .isEqualTo(browser.subscription().path("endpoint").asText());
        assertThat(command.contactId()).isEqualTo(keys.contactId(keys.openPush(PURPOSE, command.contact())));
    }

    @Test
    void shouldShowChangeAndEndWithTheToken() throws Exception {
        // Given
        JsonObject made = subscribed(push.browser("key"));
        String path = "/subscriptions/" + made.getString("id");
        String token = made.getString("manageToken");
        // When
        HttpResponse<String> shown = call("GET", path, token, new JsonObject());
        HttpResponse<String> changed = call(
                "PATCH", path, token, new JsonObject().put("level", "all").put("areas", new JsonArray().add("ALL")));
        HttpResponse<String> ended = call("DELETE", path, token, new JsonObject());
        // Then
        assertThat(new JsonObject(shown.body()).getString("level")).isEqualTo("severe");
        assertThat(shown.body()).doesNotContain("endpoint", "127.0.0.1");
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        JsonObject now = new JsonObject(changed.body());
        assertThat(now.getString("level")).isEqualTo("all");
        assertThat(now.getJsonArray("areas").size()).isEqualTo(CITY.districts().size());
        assertThat(now.getJsonArray("languages").getString(0)).isEqualTo("es");
        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(call("GET", path, token, new JsonObject()).statusCode()).isEqualTo(404);
        assertThat(call("PATCH", path, token, new JsonObject()).statusCode()).isEqualTo(404);
        assertThat(call("DELETE", path, token, new JsonObject()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldNotLetOthersIn() throws Exception {
        // Given
        JsonObject mine = subscribed(push.browser("key"));
        JsonObject other = subscribed(push.browser("key"));
        String path = "/subscriptions/" + mine.getString("id");
        // Then
        for (String method : List.of("GET", "PATCH", "DELETE")) {
            assertThat(call(method, path, "", new JsonObject()).statusCode()).isEqualTo(401);
            assertThat(call(method, path, other.getString("manageToken"), new JsonObject())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(call(method, path, mine.getString("id"), new JsonObject())
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(call("GET", "/subscriptions/nonsense", "x", new JsonObject()).statusCode())
                .isEqualTo(404);
        assertThat(call("GET", path, mine.getString("manageToken"), new JsonObject())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consent|false|consent",
                "consent|\"yes\"|consent",
                "languages|[]|one or two languages",
                "languages|[\"xx\"]|not among them",
                "languages|[\"en\",\"es\",\"ar\"]|one or two languages",
                "languages|\"en\"|list of codes",
                "languages|null|missing",
                "areas|[]|at least one district",
                "areas|[\"D01\",\"D99\"]|not among them",
                "areas|null|missing",
                "topics|[\"gossip\"]|not among them",
                "level|\"some\"|one of extreme, severe, all",
                "format|\"loud\"|one of standard, plain",
                "subscription|{\"endpoint\":\"https://secret.example\"}|cannot be used"
            })
    void shouldSayWhatIsWrong(String field, String value, String message) throws Exception {
        // Given
        JsonObject form = new JsonObject(wishes(push.browser("key")).encode());
        form.put(field, new JsonObject("{\"v\":" + value + "}").getValue("v"));
        // When
        HttpResponse<String> answer = call("POST", "/subscriptions", "", form);
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject violation =
                new JsonObject(answer.body()).getJsonArray("violations").getJsonObject(0);
        assertThat(violation.getString("path")).startsWith("/" + field);
        assertThat(violation.getString("message")).contains(message);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void shouldSayAllThatIsWrongAtOnce() throws Exception {
        HttpResponse<String> answer = call("POST", "/subscriptions", "", new JsonObject());

        assertThat(new JsonObject(answer.body()).getJsonArray("violations").size())
                .isEqualTo(4);
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(base + "/subscriptions"))
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"secret"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldRefuseEndpointsInsideTheNetwork() throws Exception {
        // Given
        DemoBrowser browser = push.browser("key");
        base = serve(new EndpointGuard(false), 0);
        // When
        HttpResponse<String> answer = call("POST", "/subscriptions", "", wishes(browser));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("not a push service", "it is not https");
    }

    @Test
    void shouldRefuseAKeyThatIsNoPoint() throws Exception {
        JsonObject form = wishes(push.browser("key"));
        form.getJsonObject("subscription")
                .getJsonObject("keys")
                .put(
                        "p256dh",
                        "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE");

        assertThat(call("POST", "/subscriptions", "", form).body()).contains("P-256");
    }

    @Test
    void shouldPassOnWhatTheRouterRefuses() throws Exception {
        commands = command -> Optional.of(
                new SubscriptionDecision.Refused(command.commandId(), command.id(), "The purpose has ended."));

        HttpResponse<String> answer = call("POST", "/subscriptions", "", wishes(push.browser("key")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The purpose has ended.");
    }

    @Test
    void shouldSayWhatIsWrittenAndNotDecidedAndWhatIsNotWritten() throws Exception {
        DemoBrowser browser = push.browser("key");
        commands = command -> Optional.empty();
        HttpResponse<String> slow = call("POST", "/subscriptions", "", wishes(browser));
        commands = command -> {
            throw HttpProblem.unavailable("away", 5);
        };
        HttpResponse<String> away = call("POST", "/subscriptions", "", wishes(browser));

        assertThat(slow.statusCode()).isEqualTo(202);
        assertThat(slow.headers().firstValue("Location"))
                .contains("/push/v1/subscriptions/" + new JsonObject(slow.body()).getString("id"));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void shouldBoundWhatOneAddressMayAsk() throws Exception {
        base = serve(new EndpointGuard(true), 3);

        for (int i = 0; i < 3; i++) {
            assertThat(call("POST", "/subscriptions", "", new JsonObject()).statusCode())
                    .isEqualTo(422);
        }
        HttpResponse<String> more = call("POST", "/subscriptions", "", new JsonObject());

        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(more.headers().firstValue("Retry-After")).isPresent();
        assertThat(call("GET", "/key", "", new JsonObject()).statusCode()).isEqualTo(200);
    }
}
