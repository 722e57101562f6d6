package org.carillon.ingest.imports;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carillon.ingest.http.ProblemException;

/**
 * Lists that are being taken in. One that takes longer than a request may goes on by itself, and whoever sends it again hears what came
 * of it. Safe for threads.
 */
final class Runs {
    private static final int MOST = 2;
    private static final int MOST_KEPT = 8;

    private final Declaring declaring;
    private final Duration patience;
    private final Map<String, CompletableFuture<Tally>> running = new ConcurrentHashMap<>();

    Runs(Declaring declaring, Duration patience) {
        this.declaring = declaring;
        this.patience = patience;
    }

    /**
     * What came of it; empty while it is under way.
     *
     * @throws ProblemException 503 where Kafka does not take it, or too many are under way
     */
    Optional<Tally> run(String actId, NumberList list, Wanted wanted) {
        if (running.size() > MOST_KEPT) {
            // Nobody has asked what came of them; whoever still does has them looked at again.
            running.values().removeIf(CompletableFuture::isDone);
        }
        CompletableFuture<Tally> run = running.computeIfAbsent(actId, id -> start(id, list, wanted));
        try {
            Tally tally = run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            running.remove(actId, run);
            return Optional.of(tally);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            running.remove(actId, run);
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException("a list could not be taken in", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The hub is stopping. Send the same list again in a minute.");
        }
    }

    private CompletableFuture<Tally> start(String actId, NumberList list, Wanted wanted) {
        if (running.values().stream().filter(run -> !run.isDone()).count() >= MOST) {
            throw ProblemException.unavailable("Other lists are being taken in. Send this one again in a minute.");
        }
        CompletableFuture<Tally> run = new CompletableFuture<>();
        Thread.ofVirtual().name("import-" + actId).start(() -> {
            try {
                run.complete(declaring.declare(actId, list, wanted));
            } catch (RuntimeException | Error e) {
                run.completeExceptionally(e);
            }
        });
        return run;
    }
}
