package org.carillon.hub.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.carillon.hub.config.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka, broker and KRaft controller in one, inside this process.
 *
 * <p>The folder holds {@code log/} (Kafka's own, formatted at the first start) and {@code ports} (those of the last
 * start, taken again when free). What was acknowledged survives the end of the process, however it comes; it does not
 * survive a power cut, since nothing is forced to disk and there is no second broker.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedKafka.class);

    private static final String PORTS = "ports";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts the broker and returns when it accepts clients.
     *
     * @param folder where its data lies; made where it is missing; the caller sees to it that no other process uses it
     * @param endpoint where it listens for clients; port 0 for that of the last start, or a free one
     */
    public static EmbeddedKafka start(Path folder, Endpoint endpoint) {
        long started = System.nanoTime();
        Path log = folder.resolve("log").toAbsolutePath();
        format(log);
        BrokerPorts ports = BrokerPorts.choose(folder.resolve(PORTS), endpoint);
        FormerBroker.forget(log, ports);
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(BrokerSettings.of(log, endpoint.host(), ports), false), Time.SYSTEM);
        server.startup();
        String bootstrap = endpoint.host() + ":" + ports.clients();
        LOGGER.atInfo()
                .addKeyValue("bootstrap", bootstrap)
                .addKeyValue(
                        "millis", Duration.ofNanos(System.nanoTime() - started).toMillis())
                .log("embedded Kafka is up");
        return new EmbeddedKafka(server, bootstrap);
    }

    /**
     * How clients reach the broker that another process runs on that folder; empty where none ever did.
     *
     * @param endpoint as that process has it
     */
    public static Optional<String> runningElsewhere(Path folder, Endpoint endpoint) {
        OptionalInt port = BrokerPorts.lastClients(folder.resolve(PORTS));
        return port.isPresent() ? Optional.of(endpoint.host() + ":" + port.getAsInt()) : Optional.empty();
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Stops it in good order; returns when its files are closed. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path log) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(log);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setUnstableFeatureVersionsEnabled(false)
                    // A process that was killed while it formatted has left a part of it.
                    .setIgnoreFormatted(true)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's folder " + log + " cannot be made", e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder " + log + " cannot be formatted: " + e.getMessage(), e);
        }
    }
}
