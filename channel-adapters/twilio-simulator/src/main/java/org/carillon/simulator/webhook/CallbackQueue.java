package org.carillon.simulator.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Lets so many calls run at once and the others wait in order, so that the hub is not overrun. One event loop. */
final class CallbackQueue {
    private final int concurrency;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    CallbackQueue(int concurrency) {
        this.concurrency = concurrency;
    }

    /** Completes as the call does, or with an exception never: a failed call counts as done. */
    <T> Future<Void> run(Supplier<Future<T>> call) {
        Promise<Void> done = Promise.promise();
        waiting.add(() -> call.get().onComplete(result -> {
            running--;
            done.complete();
            startWaiting();
        }));
        startWaiting();
        return done.future();
    }

    private void startWaiting() {
        while (running < concurrency && !waiting.isEmpty()) {
            running++;
            waiting.remove().run();
        }
    }
}
