package org.carillon.router.audience;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Shares a stream thread between cutting and everything else. A thread processes a record per task, punctuates all its tasks,
 * commits, and polls only when no record is left: if each of eight tasks cut in every round, 70 waiting records would keep it
 * from reading the next Extreme alert for 70 rounds. So it rests after a round of slices, a round has room for a few routine
 * slices, which the tasks take in turn, and for none while something urgent waits for the commit at the round's end.
 */
final class ThreadTurns {
    private static final int ROUTINE_SLICES_PER_ROUND = 2;

    private final LongSupplier nanoClock;
    private final long restNanos;
    private final ThreadLocal<Round> rounds;

    ThreadTurns(LongSupplier nanoClock, Duration slice) {
        this.nanoClock = nanoClock;
        this.restNanos = slice.toNanos() / 2;
        this.rounds = ThreadLocal.withInitial(() -> new Round(nanoClock));
    }

    /** To be called with every punctuation of a task, on its thread: whether it may cut a slice of an urgent run now. */
    boolean visitUrgent(Object task) {
        Round round = rounds.get();
        round.visit(task);
        return !round.resting;
    }

    /** To be called with every punctuation of a task, on its thread: whether it may cut a slice of a routine run now. */
    boolean visitRoutine(Object task) {
        Round round = rounds.get();
        round.visit(task);
        return round.takeTurn(task);
    }

    /** To be called with every punctuation of a task that has nothing to cut. */
    void visitIdle(Object task) {
        Round round = rounds.get();
        round.visit(task);
        round.waiting.remove(task);
    }

    /** A task has just cut a slice on this thread; an urgent one lets routine ones wait until it is committed. */
    void sliced(boolean urgent) {
        rounds.get().sliced(urgent, nanoClock.getAsLong() + restNanos);
    }

    /**
     * The present round of one thread; it ends when a task comes by for the second time. A task that has left the thread drops
     * out by itself, since only those who come by get in line.
     */
    private static final class Round {
        private final LongSupplier nanoClock;
        private final Set<Object> visited = new HashSet<>();
        private final Set<Object> chosen = new HashSet<>();
        private final Deque<Object> waiting = new ArrayDeque<>();
        private long restUntil;
        private boolean resting;
        private boolean urgent;
        private boolean urgentNext;

        Round(LongSupplier nanoClock) {
            this.nanoClock = nanoClock;
            this.restUntil = nanoClock.getAsLong();
        }

        void visit(Object task) {
            if (!visited.add(task)) {
                visited.clear();
                visited.add(task);
                begin();
            }
        }

        boolean takeTurn(Object task) {
            boolean turn = chosen.remove(task) && !urgent;
            if (!waiting.contains(task)) {
                waiting.addLast(task);
            }
            return turn;
        }

        void sliced(boolean urgentSlice, long rest) {
            restUntil = rest;
            // Records are read before the punctuations of the round whose end commits what they led to.
            urgent |= urgentSlice;
            urgentNext |= urgentSlice;
        }

        private void begin() {
            resting = nanoClock.getAsLong() - restUntil < 0;
            urgent = urgentNext;
            urgentNext = false;
            chosen.clear();
            while (!resting && !urgent && chosen.size() < ROUTINE_SLICES_PER_ROUND && !waiting.isEmpty()) {
                chosen.add(waiting.removeFirst());
            }
        }
    }
}
