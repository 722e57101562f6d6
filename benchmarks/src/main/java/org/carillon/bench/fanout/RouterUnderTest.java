package org.carillon.bench.fanout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.router.audience.AudienceNodes;
import org.carillon.router.audience.PacedClients;
import org.carillon.router.audience.ThreadTurns;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.carillon.router.config.UnfinishedStores;
import org.carillon.router.reach.ReachNodes;
import org.jspecify.annotations.Nullable;

/** The router's audience and reach nodes with the router's own settings, in this process. */
public final class RouterUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KafkaStreams streams;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Consumer<Throwable> onFailure;
    private double startSeconds;

    private RouterUnderTest(KafkaStreams streams, Consumer<Throwable> onFailure) {
        this.streams = streams;
        this.onFailure = onFailure;
    }

    /** Returns when every task runs, that is when the index is restored from its topic. */
    static RouterUnderTest start(Clients clients, Path stateDir) throws InterruptedException {
        return start(KafkaSettings.embedded(clients.bootstrap(), stateDir));
    }

    /** The same as one of several, or with settings of one's own. */
    public static RouterUnderTest start(KafkaSettings settings) throws InterruptedException {
        return start(settings, Map.of(), e -> {});
    }

    /**
     * The same.
     *
     * @param properties of Kafka Streams, in place of the router's own
     * @param onFailure hears of what ends it
     */
    public static RouterUnderTest start(
            KafkaSettings settings, Map<String, String> properties, Consumer<Throwable> onFailure)
            throws InterruptedException {
        Properties props = StreamsSettings.of(settings);
        UnfinishedStores.clear(settings.stateDir().resolve(StreamsSettings.APPLICATION_ID));
        props.putAll(properties);
        Topology topology = new Topology(new TopologyConfig(new StreamsConfig(props)));
        ThreadTurns turns = new ThreadTurns();
        AudienceNodes.addTo(topology, BenchCity.config(), turns);
        ReachNodes.addTo(topology);
        RouterUnderTest router =
                new RouterUnderTest(new KafkaStreams(topology, props, new PacedClients(turns)), onFailure);
        router.start();
        return router;
    }

    /** From the start to the last task running. */
    public double startSeconds() {
        return startSeconds;
    }

    private void start() throws InterruptedException {
        long start = System.nanoTime();
        streams.setUncaughtExceptionHandler(e -> {
            failure.set(e);
            onFailure.accept(e);
            settled.countDown();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                settled.countDown();
            }
        });
        streams.start();
        boolean inTime = settled.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        startSeconds = (System.nanoTime() - start) / 1e9;
        if (!inTime || failure.get() != null) {
            close();
            Throwable cause = failure.get();
            throw cause == null
                    ? new TimedOutException("the router did not run within " + PATIENCE)
                    : new IllegalStateException("the router failed", cause);
        }
    }

    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(Duration.ofSeconds(30)));
    }
}
