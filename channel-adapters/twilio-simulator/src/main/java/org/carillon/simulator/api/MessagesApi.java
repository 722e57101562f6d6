package org.carillon.simulator.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.carillon.simulator.account.CurrentAccount;
import org.carillon.simulator.fault.FaultBoard;
import org.carillon.simulator.fault.Faults;
import org.carillon.simulator.journal.Memory;
import org.carillon.simulator.message.Direction;
import org.carillon.simulator.message.Entry;
import org.carillon.simulator.message.Kept;
import org.carillon.simulator.message.Message;
import org.carillon.simulator.message.Segments;
import org.carillon.simulator.message.Sid;
import org.carillon.simulator.webhook.Blocklist;
import org.carillon.simulator.webhook.Delivery;

/** {@code /2010-04-01/Accounts/{sid}/Messages…}: what the hub calls. */
public final class MessagesApi {
    private static final String LIST = "/2010-04-01/Accounts/:account/Messages.json";
    private static final String ONE = "/2010-04-01/Accounts/:account/Messages/:file";
    private static final int UNREACHABLE = 30003;

    private final Vertx vertx;
    private final Context context;
    private final Clock clock;
    private final CurrentAccount account;
    private final Memory memory;
    private final FaultBoard faults;
    private final Blocklist blocklist;
    private final Delivery delivery;

    /** Works on the given event loop. */
    public MessagesApi(
            Vertx vertx,
            Context context,
            Clock clock,
            CurrentAccount account,
            Memory memory,
            FaultBoard faults,
            Blocklist blocklist,
            Delivery delivery) {
        this.vertx = vertx;
        this.context = context;
        this.clock = clock;
        this.account = account;
        this.memory = memory;
        this.faults = faults;
        this.blocklist = blocklist;
        this.delivery = delivery;
    }

    /** Adds its routes. */
    public void mount(Router router) {
        router.route("/2010-04-01/*").failureHandler(this::fail).handler(this::authenticate);
        router.post(LIST).handler(this::create);
        router.get(LIST).handler(this::list);
        router.get(ONE).handler(ctx -> send(ctx, 200, MessageJson.of(found(ctx), accountSid())));
        router.post(ONE).handler(this::update);
        router.delete(ONE).handler(this::delete);
        router.route("/2010-04-01/*").handler(ctx -> {
            throw TwilioError.notFound(ctx.normalizedPath()).thrown();
        });
    }

    private void authenticate(RoutingContext ctx) {
        if (!Credentials.match(ctx.request().getHeader("Authorization"), account.get())) {
            throw TwilioError.UNAUTHENTICATED.thrown();
        }
        if (!ctx.normalizedPath().startsWith("/2010-04-01/Accounts/" + accountSid() + "/")) {
            throw TwilioError.notFound(ctx.normalizedPath()).thrown();
        }
        ctx.next();
    }

    private void create(RoutingContext ctx) {
        Faults now = faults.faults();
        Future<JsonObject> created;
        try {
            Message message = admitted(ctx.request().formAttributes(), now);
            created = memory.remember(new Entry.Recorded(message), context)
                    .map(kept -> memory.book().find(message.sid()).orElseThrow())
                    .onSuccess(delivery::begin)
                    .map(kept -> MessageJson.of(kept, accountSid()))
                    .recover(failure -> Future.failedFuture(TwilioError.UNAVAILABLE.thrown()));
        } catch (TwilioError.Refused refused) {
            memory.note(new Entry.Refused(refused.error().code(), clock.instant()));
            created = Future.failedFuture(refused);
        }
        boolean lost = faults.strikes(now.rate5xxAfterAccept());
        created.transform(result -> pause(now)
                        .transform(paused -> result.succeeded()
                                ? Future.succeededFuture(result.result())
                                : Future.failedFuture(result.cause())))
                .onSuccess(json -> send(ctx, lost ? 500 : 201, lost ? TwilioError.INTERNAL.json() : json))
                .onFailure(ctx::fail);
    }

    private Future<Void> pause(Faults now) {
        return now.latency().isZero()
                ? Future.succeededFuture()
                : vertx.timer(now.latency().toMillis());
    }

    private Message admitted(MultiMap form, Faults now) {
        if (faults.strikes(now.rate429())) {
            throw TwilioError.TOO_MANY_REQUESTS.thrown();
        }
        SendRequest request = SendRequest.parse(form, account.get());
        if (blocklist.blocks(request.to())) {
            throw TwilioError.OPTED_OUT.thrown();
        }
        if (!faults.admits()) {
            throw TwilioError.TOO_MANY_REQUESTS.thrown();
        }
        Segments segments = Segments.of(request.body());
        return new Message(
                Sid.random("SM"),
                Direction.OUTBOUND_API,
                request.from(),
                request.to(),
                request.body(),
                segments.parts(),
                segments.encoding(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                request.statusCallback(),
                request.messagingService(),
                faults.strikes(now.undelivered()) ? UNREACHABLE : null);
    }

    private void list(RoutingContext ctx) {
        MultiMap asked = ctx.queryParams();
        MessageQuery query = MessageQuery.parse(asked);
        MessagePage page = new MessagePage(asked, query, accountSid());
        send(ctx, 200, page.of(query.on(memory.book(), account.get().hubNumber())));
    }

    private void update(RoutingContext ctx) {
        Kept kept = found(ctx);
        MultiMap form = ctx.request().formAttributes();
        if (form.contains("Status") || !"".equals(form.get("Body"))) {
            throw TwilioError.invalid(form.contains("Status") ? "Status" : "Body")
                    .thrown();
        }
        change(kept, new Entry.Redacted(kept.message().sid(), clock.instant()))
                .onSuccess(changed -> send(ctx, 200, MessageJson.of(found(ctx), accountSid())))
                .onFailure(ctx::fail);
    }

    private void delete(RoutingContext ctx) {
        Kept kept = found(ctx);
        change(kept, new Entry.Deleted(kept.message().sid(), clock.instant()))
                .onSuccess(changed -> ctx.response().setStatusCode(204).end())
                .onFailure(ctx::fail);
    }

    private Future<Void> change(Kept kept, Entry entry) {
        if (!kept.standing().status().isComplete()) {
            return Future.failedFuture(TwilioError.IN_PROGRESS.thrown());
        }
        return memory.remember(entry, context)
                .recover(failure -> Future.failedFuture(TwilioError.UNAVAILABLE.thrown()));
    }

    private Kept found(RoutingContext ctx) {
        String file = ctx.pathParam("file");
        if (file == null || !file.endsWith(".json")) {
            throw TwilioError.notFound(ctx.normalizedPath()).thrown();
        }
        return memory.book()
                .find(file.substring(0, file.length() - ".json".length()))
                .filter(Kept::isListed)
                .orElseThrow(() -> TwilioError.notFound(ctx.normalizedPath()).thrown());
    }

    private String accountSid() {
        return account.get().accountSid();
    }

    private void fail(RoutingContext ctx) {
        TwilioError error = ctx.failure() instanceof TwilioError.Refused refused
                ? refused.error()
                : ctx.statusCode() == 413 || ctx.statusCode() == 400
                        ? new TwilioError(ctx.statusCode(), 20001, "Bad request")
                        : TwilioError.INTERNAL;
        HttpServerResponse response = ctx.response();
        if (error.status() == 401) {
            response.putHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        } else if (error.status() == 429) {
            response.putHeader("Retry-After", "1");
        }
        send(ctx, error.status(), error.json());
    }

    private static void send(RoutingContext ctx, int status, JsonObject json) {
        if (ctx.response().ended() || ctx.response().closed()) {
            return;
        }
        ctx.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=utf-8")
                .putHeader("Twilio-Request-Id", Sid.random("RQ"))
                .end(json.toBuffer());
    }
}
