package org.carillon.router.audience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Shares a stream thread between cutting and everything else. Round by round a thread processes a record per task, punctuates
 * all its tasks and perhaps commits; it polls only when no record is left. If each of eight tasks cut in every round, 70 waiting
 * records would keep the thread from reading the next Extreme alert for 70 rounds. So after a round with slices there are none
 * until the thread has polled, a round has room for a few routine slices, which the tasks take in turn, and for none while
 * something urgent waits for the commit at the round's end.
 */
final class ThreadTurns {
    private static final int ROUTINE_SLICES_PER_ROUND = 2;

    private final ThreadLocal<Round> rounds = ThreadLocal.withInitial(Round::new);

    /**
     * To be called with every punctuation of a task, on its thread: whether it may cut a slice of an urgent run now.
     *
     * @param polls how often the thread has polled, or -1 where that is not known
     */
    boolean visitUrgent(Object task, long polls) {
        Round round = rounds.get();
        round.visit(task, polls);
        return !round.resting;
    }

    /** The same for a slice of a routine run. */
    boolean visitRoutine(Object task, long polls) {
        Round round = rounds.get();
        round.visit(task, polls);
        return round.takeTurn(task);
    }

    /** The same for a task that has nothing to cut. */
    void visitIdle(Object task, long polls) {
        Round round = rounds.get();
        round.visit(task, polls);
        round.waiting.remove(task);
    }

    /** A task has just cut a slice on this thread; an urgent one lets routine ones wait until it is committed. */
    void sliced(boolean urgent) {
        rounds.get().sliced(urgent);
    }

    /**
     * The present round of one thread; it ends when a task comes by for the second time. A task that has left the thread drops
     * out by itself, since only those who come by get in line.
     */
    private static final class Round {
        private final Set<Object> visited = new HashSet<>();
        private final Set<Object> chosen = new HashSet<>();
        private final Deque<Object> waiting = new ArrayDeque<>();
        private boolean sliced;
        private long pollsBefore = -1;
        private boolean resting;
        private boolean urgent;
        private boolean urgentNext;

        void visit(Object task, long polls) {
            if (!visited.add(task)) {
                visited.clear();
                visited.add(task);
                begin(polls);
            }
        }

        boolean takeTurn(Object task) {
            boolean turn = chosen.remove(task) && !urgent;
            if (!waiting.contains(task)) {
                waiting.addLast(task);
            }
            return turn;
        }

        void sliced(boolean urgentSlice) {
            sliced = true;
            // Records are read before the punctuations of the round whose end commits what they led to.
            urgent |= urgentSlice;
            urgentNext |= urgentSlice;
        }

        private void begin(long polls) {
            resting = sliced && polls >= 0 && polls == pollsBefore;
            if (!resting) {
                sliced = false;
                pollsBefore = polls;
            }
            urgent = urgentNext;
            urgentNext = false;
            chosen.clear();
            while (!resting && !urgent && chosen.size() < ROUTINE_SLICES_PER_ROUND && !waiting.isEmpty()) {
                chosen.add(waiting.removeFirst());
            }
        }
    }
}
