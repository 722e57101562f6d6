package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadTurnsTest {
    private final ThreadTurns turns = new ThreadTurns();
    private long polls = 1;
    private final List<String> tasks = new ArrayList<>(List.of("0", "1", "2", "3", "4"));

    @Test
    void shouldGiveRoutineSlicesInTurnTwoInARound() {
        List<String> served = new ArrayList<>();

        for (int round = 0; round < 6; round++) {
            served.addAll(routineRound());
            polls++;
        }

        // The first round only learns who is there.
        assertThat(served).containsExactly("0", "1", "2", "3", "0", "4", "1", "2", "0", "3");
    }

    @Test
    void shouldNotCutAgainBeforeTheThreadHasPolled() {
        routineRound();
        assertThat(routineRound()).isNotEmpty();

        assertThat(routineRound()).isEmpty();
        assertThat(tasks).noneMatch(task -> turns.visitUrgent(task, polls));

        polls++;
        assertThat(routineRound()).isNotEmpty();
    }

    @Test
    void shouldKeepRoutineBackUntilUrgentIsCommitted() {
        // Given
        routineRound();

        // When an urgent alert is cut while records are processed
        turns.sliced(true);
        polls++;

        // Then the round before the commit has no routine slice, the one after it has
        assertThat(routineRound()).isEmpty();
        assertThat(routineRound()).isNotEmpty();
    }

    @Test
    void shouldServeEveryUrgentTaskInARound() {
        tasks.forEach(task -> turns.visitIdle(task, polls));

        assertThat(tasks).allMatch(task -> turns.visitUrgent(task, polls));
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
            polls++;
        }

        // Then
        assertThat(served).contains("2", "3", "4");
    }

    @Test
    void shouldCutInEveryRoundWherePollsAreNotCounted() {
        polls = -1;
        routineRound();

        assertThat(routineRound()).isNotEmpty();
        assertThat(routineRound()).isNotEmpty();
    }

    private List<String> routineRound() {
        List<String> served = new ArrayList<>();
        for (String task : tasks) {
            if (turns.visitRoutine(task, polls)) {
                served.add(task);
                turns.sliced(false);
            }
        }
        return served;
    }
}
