package org.carillon.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultBoardTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final FaultBoard board = new FaultBoard(clock, new Random(1));

    @Test
    void shouldAdmitSoManyInAnySecond() {
        board.merge(new JsonObject().put("mps", 2));

        assertThat(board.admits()).isTrue();
        after(600);
        assertThat(board.admits()).isTrue();
        assertThat(board.admits()).isFalse();
        after(400);
        assertThat(board.admits()).as("the first is a second old").isTrue();
        assertThat(board.admits()).isFalse();
        after(600);
        assertThat(board.admits()).isTrue();
        board.clear();
        assertThat(IntStream.range(0, 100).allMatch(i -> board.admits())).isTrue();
    }

    @Test
    void shouldStrikeAboutAsOftenAsAsked() {
        long struck = IntStream.range(0, 10_000)
                .filter(i -> board.strikes(new Chance(0.25)))
                .count();

        assertThat(struck).isBetween(2300L, 2700L);
        assertThat(board.strikes(Chance.NEVER)).isFalse();
        assertThat(board.strikes(new Chance(1))).isTrue();
    }

    private void after(long millis) {
        now.updateAndGet(instant -> instant.plus(Duration.ofMillis(millis)));
    }
}
