package org.carillon.router.transparency;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.config.StreamsSettings;
import org.carillon.router.config.TransparencyConfig;
import org.carillon.router.config.UnfinishedStores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running public log. What it cannot go on with stops it, and it says so; alerts go on. Their facts wait in their topic, and
 * the log takes them up at the next start.
 */
public final class TransparencyService implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TransparencyService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(10);

    private final RouterConfig config;
    private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
    private @Nullable KafkaStreams streams;

    public TransparencyService(RouterConfig config) {
        this.config = config;
    }

    /** Starts; where the log is not what its state knows, it stays as it is and {@link #notReady} says why. */
    public synchronized void start() {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            LOGGER.atError().log("the public log does not start: {}", problem.get());
            stopped.set(problem.get());
            return;
        }
        UnfinishedStores.clear(config.kafka().stateDir().resolve(StreamsSettings.TRANSPARENCY_APPLICATION_ID));
        TransparencyConfig log = config.transparency();
        KafkaStreams starting = new KafkaStreams(
                TransparencyTopology.build(
                        config.kafka(),
                        new EntryWriter(log.signer()),
                        PublicPolicy.of(config.lifecycle(), log.sunsets())),
                StreamsSettings.ofTransparency(config.kafka()));
        starting.setUncaughtExceptionHandler(this::fail);
        starting.setStateListener((now, before) -> LOGGER.atInfo()
                .addKeyValue("from", before)
                .addKeyValue("to", now)
                .log("public log state"));
        streams = starting;
        starting.start();
    }

    /** Why it is not ready, or empty. */
    public synchronized Optional<String> notReady() {
        String reason = stopped.get();
        if (reason != null) {
            return Optional.of(reason);
        }
        KafkaStreams running = streams;
        if (running == null) {
            return Optional.of("not started");
        }
        KafkaStreams.State state = running.state();
        return state == KafkaStreams.State.RUNNING ? Optional.empty() : Optional.of(state.name());
    }

    /** Finishes what is in flight and leaves the group. */
    @Override
    public synchronized void close() {
        KafkaStreams running = streams;
        streams = null;
        if (running != null
                && !running.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_TIMEOUT))) {
            LOGGER.atWarn().log("the public log did not stop in {}; its open transaction is aborted", CLOSE_TIMEOUT);
        }
    }

    private Optional<String> problem() {
        try {
            return LogCheck.problem(config.kafka(), COMMIT_PATIENCE);
        } catch (RuntimeException e) {
            // Whatever it is, alerts must go on.
            LOGGER.atError().setCause(e).log("the public log could not be read");
            return Optional.of("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private StreamThreadExceptionResponse fail(Throwable failure) {
        LOGGER.atError().setCause(failure).log("public log stops: unknown failure");
        stopped.compareAndSet(null, "stopped by " + failure.getClass().getSimpleName());
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
