package org.carillon.router;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.carillon.router.audience.PacedClients;
import org.carillon.router.audience.ThreadTurns;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.config.StreamsSettings;
import org.carillon.router.config.UnfinishedStores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running router. An unknown failure stops it loudly: it is no longer ready, and {@code onFatal} is told, once, in a thread
 * of its own; everything decided so far is safe, and a restart goes on from there.
 */
public final class RouterService implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RouterService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);

    private final RouterConfig config;
    private final Consumer<Throwable> onFatal;
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private @Nullable KafkaStreams streams;

    public RouterService(RouterConfig config, Consumer<Throwable> onFatal) {
        this.config = config;
        this.onFatal = onFatal;
    }

    /**
     * Starts; returns before the stores are restored.
     *
     * @throws IllegalStateException naming every topic that is not as the catalogue says, or if Kafka does not answer
     */
    public synchronized void start() {
        Properties props = StreamsSettings.of(config.kafka());
        checkTopics();
        UnfinishedStores.clear(config.kafka().stateDir().resolve(StreamsSettings.APPLICATION_ID));
        ThreadTurns turns = new ThreadTurns();
        KafkaStreams starting = new KafkaStreams(RouterTopology.build(config, turns), props, new PacedClients(turns));
        starting.setUncaughtExceptionHandler(this::fail);
        starting.setStateListener((now, before) -> LOGGER.atInfo()
                .addKeyValue("from", before)
                .addKeyValue("to", now)
                .log("router state"));
        streams = starting;
        starting.start();
    }

    /** Whether every task runs. */
    public boolean ready() {
        return notReady().isEmpty();
    }

    /** Why it is not ready, or empty. */
    public synchronized Optional<String> notReady() {
        Throwable failure = fatal.get();
        if (failure != null) {
            return Optional.of("stopped by " + failure.getClass().getSimpleName());
        }
        KafkaStreams running = streams;
        if (running == null) {
            return Optional.of("not started");
        }
        KafkaStreams.State state = running.state();
        return state == KafkaStreams.State.RUNNING ? Optional.empty() : Optional.of(state.name());
    }

    /** Finishes what is in flight and leaves the group, so that a restart need not wait for a time-out. */
    @Override
    public synchronized void close() {
        KafkaStreams running = streams;
        if (running == null) {
            return;
        }
        streams = null;
        boolean closed = running.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
        if (!closed) {
            LOGGER.atWarn().log("router did not stop in {}; its open transactions are aborted", CLOSE_TIMEOUT);
        }
    }

    private void checkTopics() {
        Properties client = new Properties();
        client.putAll(config.kafka().client());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        try {
            List<String> problems = PartitionCheck.problems(client);
            if (!problems.isEmpty()) {
                throw new IllegalStateException(String.join("; ", problems));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    private StreamThreadExceptionResponse fail(Throwable failure) {
        LOGGER.atError().setCause(failure).log("router stops: unknown failure");
        if (fatal.compareAndSet(null, failure)) {
            Thread.ofPlatform().name("router-fatal").start(() -> onFatal.accept(failure));
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
