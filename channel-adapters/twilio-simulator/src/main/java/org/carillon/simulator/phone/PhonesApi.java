package org.carillon.simulator.phone;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import org.carillon.simulator.fault.FaultBoard;
import org.carillon.simulator.message.Kept;
import org.carillon.simulator.message.Message;
import org.carillon.simulator.message.MessageBook;
import org.carillon.simulator.message.Stats;
import org.carillon.simulator.webhook.Inbound;
import org.carillon.simulator.webhook.WebhookResult;

/** {@code /simulator/phones}, {@code /simulator/stats} and {@code /simulator/faults}: for checks, without credentials. */
public final class PhonesApi {
    private static final String MESSAGES = "/simulator/phones/:phone/messages";
    private static final String FAULTS = "/simulator/faults";

    private final MessageBook book;
    private final Inbound inbound;
    private final FaultBoard faults;
    private final Clock clock;

    /** Reads the book and sends by the given inbound way. */
    public PhonesApi(MessageBook book, Inbound inbound, FaultBoard faults, Clock clock) {
        this.book = book;
        this.inbound = inbound;
        this.faults = faults;
        this.clock = clock;
    }

    /** Adds its routes. */
    public void mount(Router router) {
        router.get(MESSAGES).handler(this::conversation);
        router.post(MESSAGES).handler(this::text);
        router.get("/simulator/stats").handler(this::stats);
        router.get(FAULTS).handler(ctx -> Json.send(ctx, 200, faults.json()));
        router.post(FAULTS).handler(this::fault);
        router.route(HttpMethod.DELETE, FAULTS).handler(ctx -> {
            faults.clear();
            ctx.response().setStatusCode(204).end();
        });
    }

    private void conversation(RoutingContext ctx) {
        String phone = PhoneNumber.parse(String.valueOf(ctx.pathParam("phone")));
        JsonArray messages = new JsonArray();
        book.conversation(phone).forEach(kept -> messages.add(json(kept)));
        ctx.response()
                .putHeader("Content-Type", "application/json;charset=utf-8")
                .end(messages.toBuffer());
    }

    private static JsonObject json(Kept kept) {
        Message message = kept.message();
        return new JsonObject()
                .put("sid", message.sid())
                .put("from", message.from())
                .put("to", message.to())
                .put("body", message.body())
                .put("parts", message.parts())
                .put("encoding", message.encoding())
                .put("direction", message.direction().wireName())
                .put("at", message.at().toString())
                .put("status", kept.standing().status().wireName());
    }

    private void text(RoutingContext ctx) {
        String phone = PhoneNumber.parse(String.valueOf(ctx.pathParam("phone")));
        inbound.text(phone, body(ctx))
                .onSuccess(passed -> answer(ctx, passed))
                .onFailure(failure -> Json.refuse(ctx, 503, "the message could not be kept"));
    }

    private static void answer(RoutingContext ctx, Inbound.Passed passed) {
        WebhookResult hub = passed.hub();
        JsonObject json = new JsonObject()
                .put("sid", passed.message().sid())
                .put("status", "received")
                .put("hubStatus", hub == null || hub.status() == 0 ? null : hub.status())
                .put("attempts", hub == null ? 0 : hub.attempts());
        if (hub == null) {
            json.put("note", "no inbound URL is set, so the hub was not told");
        } else if (hub.status() == 0) {
            json.put("note", "the hub did not answer");
        }
        Json.send(ctx, hub != null && hub.isTaken() ? 200 : 202, json);
    }

    private static String body(RoutingContext ctx) {
        String form = ctx.request().formAttributes().get("body");
        Object body = form == null ? Json.body(ctx).getValue("body") : form;
        if (body instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("'body' must be a text, as JSON {\"body\":\"…\"} or as a form field");
    }

    private void stats(RoutingContext ctx) {
        Stats stats = book.stats(clock.instant());
        Json.send(
                ctx,
                200,
                new JsonObject()
                        .put("accepted", stats.accepted())
                        .put("rejected", stats.rejected())
                        .put("distinctRecipients", stats.distinctRecipients())
                        .put("duplicates", stats.duplicates())
                        .put("perSecond", stats.perSecond())
                        .put("peakPerSecond", stats.peakPerSecond()));
    }

    private void fault(RoutingContext ctx) {
        faults.merge(Json.body(ctx));
        Json.send(ctx, 200, faults.json());
    }

    /** Answers a failed request: 400 with the reason when the request is at fault. */
    public static void fail(RoutingContext ctx) {
        switch (ctx.failure()) {
            case IllegalArgumentException e -> Json.refuse(ctx, 400, String.valueOf(e.getMessage()));
            case DecodeException e -> Json.refuse(ctx, 400, "the body is not JSON");
            case null, default -> Json.refuse(ctx, ctx.statusCode() > 0 ? ctx.statusCode() : 500, "failed");
        }
    }
}
