package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.router.audience.ThreadTurns.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThreadTurnsTest {
    private static final Duration POLL = Duration.ofMillis(20);

    private final List<Worker> tasks = new ArrayList<>();
    private long nanos;
    private final ThreadTurns turns = new ThreadTurns(() -> nanos);

    /** A task that always has the same to do. */
    private static final class Worker implements ThreadTurns.Task {
        private final String name;
        private final Work work;
        private int commits;

        Worker(String name, Work work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public Work work() {
            return work;
        }

        @Override
        public void commit() {
            commits++;
        }
    }

    @Nested
    class WhenNobodyTellsOfPolls {
        @Test
        void shouldGiveTwoRoutineSlicesARoundAndForgetNobody() {
            add(Work.ROUTINE, "a", "b", "c");
            add(Work.NONE, "d");

            List<String> taken = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                List<String> round = round();
                assertThat(round).hasSize(2);
                taken.addAll(round);
            }
            assertThat(taken).containsExactlyInAnyOrder("a", "a", "b", "b", "c", "c");
        }

        @Test
        void shouldLetEveryFanOutGoBeforeACount() {
            add(Work.COUNT, "a", "b", "c");
            add(Work.ROUTINE, "d", "e");

            for (int i = 0; i < 5; i++) {
                assertThat(round()).containsExactly("d", "e");
            }
        }

        @Test
        void shouldUseForCountsWhatFanOutsLeave() {
            add(Work.COUNT, "a", "b");
            add(Work.ROUTINE, "c");

            assertThat(round()).containsExactly("a", "c");
            assertThat(round()).containsExactly("b", "c");
        }

        @Test
        void shouldCutNothingElseWhereSomethingIsUrgent() {
            add(Work.ROUTINE, "a", "b");
            add(Work.URGENT, "c");

            assertThat(round()).containsExactly("c");
            assertThat(round()).containsExactly("c");
        }

        @Test
        void shouldForgetWhoHasLeft() {
            add(Work.ROUTINE, "a", "b", "c");
            turns.leave(tasks.removeFirst());

            for (int i = 0; i < 3; i++) {
                assertThat(round()).containsExactly("b", "c");
            }
        }
    }

    @Nested
    class Polling {
        @BeforeEach
        void poll() {
            turns.beforePoll(POLL);
        }

        @Test
        void shouldGiveNoMoreUntilTheNextPoll() {
            add(Work.ROUTINE, "a", "b", "c");

            assertThat(round()).hasSize(2);
            assertThat(round()).isEmpty();
            assertThat(round()).isEmpty();
            turns.beforePoll(POLL);
            assertThat(round()).contains("c").hasSize(2);
        }

        @Test
        void shouldTakeUrgentSlicesInLine() {
            add(Work.URGENT, "a", "b", "c", "d", "e", "f");

            assertThat(round()).containsExactly("a", "b", "c", "d");
            turns.beforePoll(POLL);
            assertThat(round()).containsExactly("a", "b", "e", "f");
        }

        @Test
        void shouldNotWaitForRecordsWhileSomethingIsToBeCut() {
            add(Work.NONE, "a");
            assertThat(turns.beforePoll(POLL)).isEqualTo(POLL);

            add(Work.COUNT, "b");
            assertThat(turns.beforePoll(POLL)).isZero();

            turns.leave(tasks.removeLast());
            assertThat(turns.beforePoll(POLL)).isEqualTo(POLL);
        }

        @Test
        void shouldPauseTheRestOfATurnForWhatIsUrgent() {
            add(Work.COUNT, "a");
            add(Work.ROUTINE, "b");
            turns.visit(idle());
            turns.hurry();

            assertThat(round()).isEmpty();
            turns.beforePoll(POLL);
            assertThat(round()).containsExactly("a", "b");
        }

        @Test
        void shouldGoOnPausingUntilTheUrgentIsCommitted() {
            add(Work.ROUTINE, "a", "b", "c");
            turns.hurry();
            turns.finished(tasks.getFirst());

            assertThat(turns.beforePoll(POLL)).isZero();
            assertThat(round()).isEmpty();
            nanos += Duration.ofMillis(11).toNanos();
            assertThat(round()).isEmpty();
            assertThat(tasks.getFirst().commits).isEqualTo(1);
            turns.beforePoll(POLL);
            assertThat(round()).hasSize(2);
        }

        @Test
        void shouldCommitOnceForAllTasks() {
            add(Work.NONE, "a", "b", "c");
            tasks.subList(0, 2).forEach(turns::finished);
            assertThat(commits()).isZero();
            turns.finished(tasks.getLast());

            assertThat(commits()).isEqualTo(3);
            assertThat(turns.beforePoll(POLL)).isEqualTo(POLL);
        }

        @Test
        void shouldNotWaitLongForTheOtherTasks() {
            add(Work.NONE, "a", "b");
            turns.finished(tasks.getFirst());
            round();
            assertThat(commits()).isZero();
            assertThat(turns.beforePoll(POLL)).isEqualTo(Duration.ofMillis(10));

            nanos += Duration.ofMillis(10).toNanos();
            round();
            assertThat(commits()).isEqualTo(1);
        }
    }

    private void add(Work work, String... names) {
        Stream.of(names).map(name -> new Worker(name, work)).forEach(task -> {
            tasks.add(task);
            turns.join(task);
        });
    }

    private static Worker idle() {
        return new Worker("idle", Work.NONE);
    }

    private int commits() {
        return tasks.stream().mapToInt(task -> task.commits).sum();
    }

    /** Who takes a slice when all tasks come by once. */
    private List<String> round() {
        return tasks.stream().filter(turns::visit).map(task -> task.name).toList();
    }
}
