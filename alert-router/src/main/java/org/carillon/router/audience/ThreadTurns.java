package org.carillon.router.audience;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Shares each stream thread between cutting and everything else. A thread polls, and then, record by record, processes, lets its
 * tasks cut and commits until no record is left. If its tasks cut as often as they are asked, a thousand waiting records keep
 * it from reading the next Extreme alert for a thousand slices. So a turn lasts from one poll to the next and has room for a few
 * slices: urgent ones, or where there are none routine ones and, in what those leave, counts. The tasks take them in line.
 * {@link PacedClients} tells of the polls; where nobody does, as in a test driver, a turn ends when a task comes by again.
 */
public final class ThreadTurns {
    private static final int URGENT_SLICES = 4;
    private static final int ROUTINE_SLICES = 2;
    private static final long GATHER_NANOS = Duration.ofMillis(10).toNanos();

    private final LongSupplier nanoClock;
    private final ThreadLocal<Turn> turns;

    public ThreadTurns() {
        this(System::nanoTime);
    }

    ThreadTurns(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.turns = ThreadLocal.withInitial(Turn::new);
    }

    /** What a task has to do, the gravest first. */
    enum Work {
        URGENT,
        ROUTINE,
        COUNT,
        NONE
    }

    /** One audience task; asked on its thread. */
    interface Task {
        Work work();

        /** Asks the thread to commit, which it does for all its tasks at the end of the present round. */
        void commit();
    }

    /** A task begins on this thread. */
    void join(Task task) {
        turns.get().line.addLast(task);
    }

    /** A task ends on this thread. */
    void leave(Task task) {
        turns.get().leave(task);
    }

    /** To be called with every punctuation of a task: whether a slice is its to take now. */
    boolean visit(Task task) {
        return turns.get().visit(task);
    }

    /** A task has just cut something urgent: nothing else is cut on this thread in the present turn. */
    void hurry() {
        turns.get().hurried = true;
    }

    /**
     * A task has come to the end of an alert, which is to be committed. That takes the time of all tasks and as long as to cut ten
     * thousand recipients, and the others are about to come to their ends, too: their thread waits for them, but not long.
     */
    void finished(Task task) {
        turns.get().finished(task);
    }

    /** To be called before a thread polls: how long it may wait for records. */
    Duration beforePoll(Duration wanted) {
        return turns.get().beforePoll(wanted);
    }

    /** One thread's tasks and their present turn. */
    private final class Turn {
        private final Deque<Task> line = new ArrayDeque<>();
        private final Set<Task> chosen = new HashSet<>();
        private final Set<Task> visited = new HashSet<>();
        private final Set<Task> uncommitted = new HashSet<>();
        private boolean polling;
        private boolean begins = true;
        private boolean hurried;
        private long gatherUntil;

        void leave(Task task) {
            line.remove(task);
            chosen.remove(task);
            visited.remove(task);
            uncommitted.remove(task);
        }

        Duration beforePoll(Duration wanted) {
            polling = true;
            begins = true;
            if (line.stream().anyMatch(task -> task.work() != Work.NONE)) {
                return Duration.ZERO;
            }
            if (uncommitted.isEmpty()) {
                return wanted;
            }
            long rest = Math.max(0, gatherUntil - nanoClock.getAsLong());
            return rest < wanted.toNanos() ? Duration.ofNanos(rest) : wanted;
        }

        boolean visit(Task task) {
            if (begins || (!polling && !visited.add(task))) {
                begin();
                visited.add(task);
            }
            if (!uncommitted.isEmpty() && nanoClock.getAsLong() - gatherUntil >= 0) {
                commit();
            }
            return chosen.contains(task) && mayCut(task.work()) && chosen.remove(task);
        }

        void finished(Task task) {
            if (uncommitted.isEmpty()) {
                gatherUntil = nanoClock.getAsLong() + GATHER_NANOS;
            }
            uncommitted.add(task);
            if (uncommitted.size() >= line.size()) {
                commit();
            }
        }

        private boolean mayCut(Work work) {
            return switch (work) {
                case URGENT -> true;
                case ROUTINE, COUNT -> !hurried;
                case NONE -> false;
            };
        }

        private void commit() {
            uncommitted.forEach(Task::commit);
            uncommitted.clear();
        }

        private void begin() {
            begins = false;
            // Something urgent that waits for its commit must not wait for slices, too.
            hurried = hurried && !uncommitted.isEmpty();
            visited.clear();
            chosen.clear();
            choose(Work.URGENT, URGENT_SLICES);
            if (chosen.isEmpty()) {
                choose(Work.ROUTINE, ROUTINE_SLICES);
                choose(Work.COUNT, ROUTINE_SLICES);
            }
        }

        private void choose(Work work, int room) {
            for (Task task : List.copyOf(line)) {
                if (chosen.size() < room && task.work() == work) {
                    chosen.add(task);
                    line.remove(task);
                    line.addLast(task);
                }
            }
        }
    }
}
