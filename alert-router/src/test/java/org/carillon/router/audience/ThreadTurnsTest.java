package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThreadTurnsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ThreadTurns turns = new ThreadTurns(nanos::get, Duration.ofNanos(10));
    private final List<String> tasks = new ArrayList<>(List.of("0", "1", "2", "3", "4"));

    @Test
    void shouldGiveRoutineSlicesInTurnTwoInARound() {
        List<String> served = new ArrayList<>();

        for (int round = 0; round < 6; round++) {
            served.addAll(routineRound());
            nanos.addAndGet(5);
        }

        // The first round only learns who is there.
        assertThat(served).containsExactly("0", "1", "2", "3", "0", "4", "1", "2", "0", "3");
    }

    @Test
    void shouldRestAfterSlices() {
        routineRound();
        assertThat(routineRound()).isNotEmpty();

        nanos.addAndGet(4);
        assertThat(routineRound()).isEmpty();
        assertThat(tasks).noneMatch(turns::visitUrgent);

        nanos.addAndGet(1);
        assertThat(routineRound()).isNotEmpty();
    }

    @Test
    void shouldKeepRoutineBackUntilUrgentIsCommitted() {
        // Given
        routineRound();

        // When an urgent alert is cut while records are processed
        turns.sliced(true);
        nanos.addAndGet(5);

        // Then the round before the commit has no routine slice, the one after it has
        assertThat(routineRound()).isEmpty();
        assertThat(routineRound()).isNotEmpty();
    }

    @Test
    void shouldServeEveryUrgentTaskInARound() {
        tasks.forEach(turns::visitIdle);

        assertThat(tasks).allMatch(turns::visitUrgent);
    }

    @Test
    void shouldPassOverThoseWhoHaveLeft() {
        // Given
        routineRound();
        tasks.removeFirst();
        tasks.removeFirst();

        // When
        List<String> served = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            served.addAll(routineRound());
            nanos.addAndGet(5);
        }

        // Then
        assertThat(served).contains("2", "3", "4");
    }

    private List<String> routineRound() {
        List<String> served = new ArrayList<>();
        for (String task : tasks) {
            if (turns.visitRoutine(task)) {
                served.add(task);
                turns.sliced(false);
            }
        }
        return served;
    }
}
