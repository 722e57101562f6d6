package org.carillon.channel.core.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Outcome;
import org.carillon.channel.core.pace.Budget;

/** Makes the calls of a round in parallel, each on a virtual thread, within the sender's budget. */
final class Calls implements AutoCloseable {
    private static final Duration SLICE = Duration.ofMillis(50);

    private final Channel channel;
    private final Budget budget;
    private final BooleanSupplier allowed;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Calls of one tenure.
     *
     * @param allowed looked at immediately before each call: whether this instance may still send
     */
    Calls(Channel channel, Budget budget, BooleanSupplier allowed, Clock clock) {
        this.channel = channel;
        this.budget = budget;
        this.allowed = allowed;
        this.clock = clock;
    }

    /** Returns when each of them has ended. An {@link Error} of the channel is thrown: what the others did is then unknown. */
    List<Result> run(List<Call> calls, int parallel) throws InterruptedException {
        if (calls.isEmpty()) {
            return List.of();
        }
        Semaphore places = new Semaphore(parallel, true);
        List<Future<Result>> futures = new ArrayList<>(calls.size());
        for (Call call : calls) {
            futures.add(threads.submit(() -> inPlace(places, call)));
        }
        List<Result> results = new ArrayList<>(calls.size());
        for (Future<Result> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                threads.shutdownNow();
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException("a call broke", e);
            }
        }
        return results;
    }

    private Result inPlace(Semaphore places, Call call) throws InterruptedException {
        places.acquire();
        try {
            return switch (call) {
                case Call.Send send -> send(send);
                case Call.Ask ask -> ask(ask);
            };
        } finally {
            places.release();
        }
    }

    private Result send(Call.Send call) throws InterruptedException {
        Duration wait = budget.reserve(call.cost());
        while (wait.isPositive() && allowed.getAsBoolean()) {
            Duration slice = wait.compareTo(SLICE) < 0 ? wait : SLICE;
            Thread.sleep(slice);
            wait = wait.minus(slice);
        }
        if (!allowed.getAsBoolean()) {
            return new Result.Skipped(call.delivery());
        }
        return new Result.Sent(call.delivery(), outcome(call), clock.instant());
    }

    private Outcome outcome(Call.Send call) {
        try {
            return channel.deliver(call.message());
        } catch (RuntimeException e) {
            return new Outcome.InDoubt(e.getClass().getSimpleName());
        }
    }

    private Result ask(Call.Ask call) {
        Found found;
        try {
            found = channel.lookup(call.message(), call.delivery().since());
        } catch (RuntimeException e) {
            found = new Found.Unknown(e.getClass().getSimpleName());
        }
        return new Result.Answered(call.delivery(), found, clock.instant());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
