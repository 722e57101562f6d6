package org.carillon.router.audience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Shares a stream thread among the routine fan-outs of its tasks. A thread reads, cuts for all its tasks and commits, round by
 * round; if each of eight tasks took a routine slice in every round, an Extreme alert would wait for all of them, twice. So a
 * round has room for a few routine slices, which the tasks take in turn, and for none while something urgent waits for the
 * commit at the round's end. What is left of that room may be used for counting.
 */
final class ThreadTurns {
    private static final int ROUTINE_SLICES_PER_ROUND = 2;

    private final ThreadLocal<Round> rounds = ThreadLocal.withInitial(Round::new);

    /** What a task waits for; asked on its thread. */
    interface Task {
        /** Whether a routine run waits for its turn and no urgent one goes before it. */
        boolean hasRoutine();

        /** Whether a count waits and no urgent run goes before it. */
        boolean hasCount();
    }

    /** To be called with every punctuation of a task, on its thread: whether a routine slice is its to take now. */
    boolean visit(Task task) {
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
        private final Set<Task> visited = new HashSet<>();
        private final Set<Task> chosen = new HashSet<>();
        private final Deque<Task> waiting = new ArrayDeque<>();
        private boolean paused;
        private boolean pauseNext;

        boolean visit(Task task) {
            if (!visited.add(task)) {
                visited.clear();
                visited.add(task);
                begin();
            }
            if (paused || !(task.hasRoutine() || task.hasCount())) {
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
            choose(Task::hasRoutine);
            choose(Task::hasCount);
            waiting.removeIf(task -> !(task.hasRoutine() || task.hasCount()));
        }

        private void choose(Predicate<Task> who) {
            Iterator<Task> line = waiting.iterator();
            while (chosen.size() < ROUTINE_SLICES_PER_ROUND && line.hasNext()) {
                Task next = line.next();
                if (who.test(next)) {
                    line.remove();
                    chosen.add(next);
                }
            }
        }

        void hurry() {
            paused = true;
            pauseNext = true;
        }
    }
}
