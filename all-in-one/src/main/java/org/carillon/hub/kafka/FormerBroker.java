package org.carillon.hub.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a killed broker out of the controller's books before the next one starts.
 *
 * <p>Otherwise the new broker first reads that it leads everything still (it has the same id), starts its transaction coordinator on
 * that, and only then is fenced and let in anew. A transaction that the coordinator ends in between finds partitions without a
 * leader, takes them for deleted, and never writes their markers (seen with 4.3.1): they stay open, and whoever reads them committed,
 * a restoring store for one, waits for ever. With the registration gone there is no such moment, nor a wait for its session to end.
 */
final class FormerBroker {
    private static final Logger LOGGER = LoggerFactory.getLogger(FormerBroker.class);
    private static final String CLEAN = ".kafka_cleanshutdown";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private FormerBroker() {}

    /** Does nothing where the last one was stopped in good order, or there was none. */
    static void forget(Path log, BrokerPorts ports) {
        if (Files.exists(log.resolve(CLEAN)) || !Files.isDirectory(log.resolve("__cluster_metadata-0"))) {
            return;
        }
        KafkaRaftServer controller =
                new KafkaRaftServer(new KafkaConfig(BrokerSettings.controllerAlone(log, ports), false), Time.SYSTEM);
        controller.startup();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.controllers", BrokerSettings.LOOPBACK + ":" + ports.controller()))) {
            unregister(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka started", e);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    /** Asks again for as long as the controller is elected and not yet at work: the client does not do that by itself. */
    private static void unregister(Admin admin) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.unregisterBroker(BrokerSettings.NODE_ID).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                LOGGER.atInfo().log("the broker that did not stop in good order is out of the books");
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                    return;
                }
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() - end > 0) {
                    throw new IllegalStateException("the controller did not let go of the former broker", e);
                }
                Thread.sleep(PAUSE);
            } catch (TimeoutException e) {
                throw new IllegalStateException("the controller gave no answer in " + PATIENCE.toSeconds() + " s", e);
            }
        }
    }
}
