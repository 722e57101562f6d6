package org.carillon.router.audience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Shares a stream thread among the routine fan-outs of its tasks. A thread reads, cuts for all its tasks and commits, round by
 * round; if each of eight tasks took a routine slice in every round, an Extreme alert would wait for all of them, twice. So a
 * round has room for a few routine slices, which the tasks take in turn, and for none while something urgent waits for the
 * commit at the round's end.
 */
final class ThreadTurns {
    private static final int ROUTINE_SLICES_PER_ROUND = 2;

    private final ThreadLocal<Round> rounds = ThreadLocal.withInitial(Round::new);

    /** To be called with every punctuation of a task, on its thread: whether a routine slice is its to take now. */
    boolean visit(FanOut task) {
        return rounds.get().visit(task);
    }

    /** Something urgent was cut on this thread: no routine slices until it is committed. */
    void hurry() {
        rounds.get().hurry();
    }

    /**
     * The present round of one thread; it ends when a task comes by for the second time. A task that has left the thread drops
     * out by itself, since only those who come by are in line.
     */
    private static final class Round {
        private final Set<FanOut> visited = new HashSet<>();
        private final Set<FanOut> chosen = new HashSet<>();
        private final Deque<FanOut> waiting = new ArrayDeque<>();
        private boolean paused;
        private boolean pauseNext;

        boolean visit(FanOut task) {
            if (!visited.add(task)) {
                visited.clear();
                visited.add(task);
                begin();
            }
            if (paused || !task.hasRoutine()) {
                chosen.remove(task);
                return false;
            }
            if (chosen.remove(task)) {
                waiting.addLast(task);
                return true;
            }
            if (!waiting.contains(task)) {
                waiting.addLast(task);
            }
            return false;
        }

        private void begin() {
            // Records are read before the punctuations of the round whose end commits what they led to.
            paused = pauseNext;
            pauseNext = false;
            chosen.clear();
            while (chosen.size() < ROUTINE_SLICES_PER_ROUND && !waiting.isEmpty()) {
                chosen.add(waiting.removeFirst());
            }
        }

        void hurry() {
            paused = true;
            pauseNext = true;
        }
    }
}
