package org.carillon.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.carillon.simulator.account.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the stand-in for the SMS provider: a real HTTP server with its own memory on disk. */
public final class TwilioSimulator {
    private static final Logger LOGGER = LoggerFactory.getLogger(TwilioSimulator.class);

    private TwilioSimulator() {}

    /** The future fails when the folder is in use or damaged, or the port is taken. */
    public static Future<Running> start(Vertx vertx, SimulatorConfig config) {
        return start(vertx, config, Clock.systemUTC());
    }

    static Future<Running> start(Vertx vertx, SimulatorConfig config, Clock clock) {
        return vertx.executeBlocking(() -> DataFolder.open(config)).compose(opened -> {
            DataFolder folder = Objects.requireNonNull(opened);
            SimulatorVerticle verticle = new SimulatorVerticle(config, folder, clock);
            return vertx.deployVerticle(verticle)
                    .map(id -> new Running(vertx, config, verticle, folder, id))
                    .onSuccess(running ->
                            LOGGER.atInfo().addKeyValue("port", running.port()).log("SMS simulator listens"))
                    .recover(failure -> close(vertx, folder).transform(closed -> Future.failedFuture(failure)));
        });
    }

    private static Future<Void> close(Vertx vertx, DataFolder folder) {
        return vertx.executeBlocking(() -> {
                    folder.close();
                    return true;
                })
                .mapEmpty();
    }

    /** A simulator that listens. */
    public static final class Running {
        private final Vertx vertx;
        private final SimulatorConfig config;
        private final SimulatorVerticle verticle;
        private final DataFolder folder;
        private final String deployment;

        private Running(
                Vertx vertx, SimulatorConfig config, SimulatorVerticle verticle, DataFolder folder, String deployment) {
            this.vertx = vertx;
            this.config = config;
            this.verticle = verticle;
            this.folder = folder;
            this.deployment = deployment;
        }

        /** The port it listens on. */
        public int port() {
            return verticle.port();
        }

        /** Where it is reached, without a slash at the end. */
        public URI url() {
            return URI.create("http://" + config.host() + ":" + port());
        }

        /** Its account as it was at the start: SID, token and the hub's number. */
        public Account account() {
            return folder.account();
        }

        /** Stops listening, writes what is left and lets go of the folder. */
        public Future<Void> close() {
            return vertx.undeploy(deployment).eventually(() -> TwilioSimulator.close(vertx, folder));
        }
    }
}
