package org.carillon.simulator;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.carillon.simulator.account.CurrentAccount;
import org.carillon.simulator.api.MessagesApi;
import org.carillon.simulator.fault.FaultBoard;
import org.carillon.simulator.journal.Memory;
import org.carillon.simulator.message.MessageBook;
import org.carillon.simulator.phone.HubApi;
import org.carillon.simulator.phone.PhonesApi;
import org.carillon.simulator.phone.PhonesPage;
import org.carillon.simulator.webhook.Blocklist;
import org.carillon.simulator.webhook.Delivery;
import org.carillon.simulator.webhook.Inbound;
import org.carillon.simulator.webhook.Pace;
import org.jspecify.annotations.Nullable;

/** The parts on one event loop, which alone touches the memory: so nothing needs a lock. */
final class SimulatorVerticle extends VerticleBase {
    private static final int LARGEST_REQUEST = 256 * 1024;

    private final SimulatorConfig config;
    private final DataFolder folder;
    private final Clock clock;
    private @Nullable HttpServer server;
    private @Nullable Delivery delivery;
    private @Nullable Inbound inbound;

    SimulatorVerticle(SimulatorConfig config, DataFolder folder, Clock clock) {
        this.config = config;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        Memory memory = folder.memory();
        MessageBook book = memory.book();
        RandomGenerator dice = () -> ThreadLocalRandom.current().nextLong();
        CurrentAccount current = new CurrentAccount(vertx, folder.accountFile(), folder.account());
        FaultBoard faults = new FaultBoard(clock, dice);
        Delivery out = new Delivery(vertx, current, memory, faults, clock, Pace.standard());
        Inbound in = new Inbound(vertx, context, current, memory, clock, Pace.standard());
        Blocklist blocklist = new Blocklist(current, book, faults);

        Router router = Router.router(vertx);
        // Not for GET: some clients send it with a form's content type, which the body handler cannot bear.
        BodyHandler bodies = BodyHandler.create(false).setBodyLimit(LARGEST_REQUEST);
        router.route().handler(ctx -> {
            if (ctx.request().method().equals(HttpMethod.GET)) {
                ctx.next();
            } else {
                bodies.handle(ctx);
            }
        });
        new MessagesApi(vertx, context, clock, current, memory, faults, blocklist, out).mount(router);
        router.route("/*").failureHandler(PhonesApi::fail);
        new PhonesApi(book, in, faults, clock).mount(router);
        new HubApi(current).mount(router);
        new PhonesPage(current, book, in, clock).mount(router);

        delivery = out;
        inbound = in;
        HttpServer http = vertx.createHttpServer(new HttpServerOptions()
                .setMaxFormAttributeSize(LARGEST_REQUEST)
                .setMaxFormBufferedBytes(LARGEST_REQUEST));
        server = http;
        return http.requestHandler(router).listen(config.port(), config.host()).onSuccess(listening -> out.resume());
    }

    int port() {
        return server == null ? 0 : server.actualPort();
    }

    @Override
    public Future<?> stop() {
        return closed(server == null ? Future.succeededFuture() : server.close())
                .compose(done -> closed(delivery == null ? Future.succeededFuture() : delivery.close()))
                .compose(done -> closed(inbound == null ? Future.succeededFuture() : inbound.close()));
    }

    private static Future<Void> closed(Future<Void> closing) {
        return closing.otherwiseEmpty();
    }
}
