package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadTurnsTest {
    private final ThreadTurns turns = new ThreadTurns();
    private final List<Waiting> tasks = new ArrayList<>();

    /** A task that always has the same to do. */
    private record Waiting(String name, boolean hasRoutine, boolean hasCount) implements ThreadTurns.Task {}

    @Test
    void shouldGiveTwoRoutineSlicesARoundAndForgetNobody() {
        tasks.addAll(List.of(routine("a"), routine("b"), routine("c"), idle("d")));
        round();

        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<String> round = round();
            assertThat(round).hasSize(2);
            taken.addAll(round);
        }
        assertThat(taken).contains("a", "b", "c").doesNotContain("d");
    }

    @Test
    void shouldLetEveryFanOutGoBeforeACount() {
        tasks.addAll(List.of(counting("a"), counting("b"), counting("c"), routine("d"), routine("e")));
        round();

        for (int i = 0; i < 5; i++) {
            assertThat(round()).containsExactly("d", "e");
        }
    }

    @Test
    void shouldUseForCountsWhatFanOutsLeave() {
        tasks.addAll(List.of(counting("a"), counting("b"), routine("c")));
        round();

        assertThat(round()).containsExactly("a", "c");
        assertThat(round()).containsExactly("b", "c");
    }

    @Test
    void shouldPauseRoutineAndCountsForWhatIsUrgent() {
        tasks.addAll(List.of(counting("a"), routine("b")));
        round();
        turns.hurry();

        assertThat(round()).isEmpty();
        assertThat(round()).as("they stand in line again").isEmpty();
        assertThat(round()).containsExactly("a", "b");
    }

    /** Who may take a slice in the next round. */
    private List<String> round() {
        return tasks.stream().filter(turns::visit).map(Waiting::name).toList();
    }

    private static Waiting routine(String name) {
        return new Waiting(name, true, false);
    }

    private static Waiting counting(String name) {
        return new Waiting(name, false, true);
    }

    private static Waiting idle(String name) {
        return new Waiting(name, false, false);
    }
}
