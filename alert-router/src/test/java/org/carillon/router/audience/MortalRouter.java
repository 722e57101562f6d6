package org.carillon.router.audience;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.carillon.router.reach.ReachNodes;
import org.jspecify.annotations.Nullable;

/** Audience and reach nodes that die in the middle of a slice when they are told to, and start again. */
final class MortalRouter implements AutoCloseable {
    static final List<String> DISTRICTS = List.of("D01", "D02", "D03", "D04");

    private final Map<String, String> clients;
    private final Path stateDir;
    private final AtomicBoolean dying = new AtomicBoolean();
    private @Nullable KafkaStreams streams;

    MortalRouter(Map<String, String> clients, Path stateDir) {
        this.clients = clients;
        this.stateDir = stateDir;
    }

    void start() {
        dying.set(false);
        AtomicLong looks = new AtomicLong();
        AudienceConfig config = AudienceConfig.of(
                        List.of("city-alerts"), DISTRICTS, List.of("water"), AudienceDriver.LANGUAGES)
                .withSlices(Duration.ofNanos(1), () -> {
                    if (dying.get()) {
                        throw new IllegalStateException("the power went");
                    }
                    return looks.incrementAndGet();
                });
        Topology topology = new Topology();
        ThreadTurns turns = new ThreadTurns();
        AudienceNodes.addTo(topology, config, turns);
        ReachNodes.addTo(topology);
        Properties props = StreamsSettings.of(
                KafkaSettings.embedded(Objects.requireNonNull(clients.get("bootstrap.servers")), stateDir));
        props.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 3000);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 3000);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 500);
        KafkaStreams started = new KafkaStreams(topology, props, new PacedClients(turns));
        started.setUncaughtExceptionHandler(e -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams = started;
        started.start();
    }

    /** In the middle of a slice, if there is one soon; else between two. */
    void crash(boolean wipe) {
        KafkaStreams victim = Objects.requireNonNull(streams);
        dying.set(true);
        long soon = System.nanoTime() + Duration.ofMillis(500).toNanos();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> victim.state() == KafkaStreams.State.ERROR || System.nanoTime() - soon > 0);
        victim.close(Duration.ZERO);
        await().atMost(Duration.ofSeconds(30)).until(() -> victim.state().hasCompletedShutdown());
        if (wipe) {
            wipe();
        }
    }

    private void wipe() {
        try (Stream<Path> all = Files.walk(stateDir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Objects.requireNonNull(streams).close();
    }
}
