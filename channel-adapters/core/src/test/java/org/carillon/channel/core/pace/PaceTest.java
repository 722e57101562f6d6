package org.carillon.channel.core.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.channel.core.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void shouldSpreadPartsOverTime() {
        Budget budget = new Budget(10, nanos::get);

        assertThat(budget.reserve(2)).isEqualTo(Duration.ZERO);
        assertThat(budget.reserve(3)).isEqualTo(Duration.ofMillis(200));
        assertThat(budget.reserve(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(budget.within(Duration.ofMillis(1600))).isEqualTo(10);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(budget.reserve(1)).isEqualTo(Duration.ZERO);
    }

    @Test
    void shouldAlwaysHaveRoomForOneMessage() {
        Budget budget = new Budget(0.1, nanos::get);
        budget.reserve(6);

        assertThat(budget.within(Duration.ofSeconds(1))).isEqualTo(1);
    }

    @Test
    void shouldNotHoldBackWithoutALimit() {
        Budget budget = new Budget(0, nanos::get);

        assertThat(budget.reserve(1000)).isEqualTo(Duration.ZERO);
        assertThat(budget.within(Duration.ofMillis(1))).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void shouldBackOffExponentiallyWithHalfOfItByChance() {
        Backoff least = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0);
        Backoff most = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 1);

        assertThat(least.after(1, Optional.empty())).isEqualTo(Duration.ofMillis(500));
        assertThat(most.after(1, Optional.empty())).isEqualTo(Duration.ofSeconds(1));
        assertThat(most.after(4, Optional.empty())).isEqualTo(Duration.ofSeconds(8));
        assertThat(most.after(1000, Optional.empty())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldNeverComeBackBeforeItWasAskedTo() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0);

        assertThat(backoff.after(1, Optional.of(Duration.ofSeconds(20))))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(backoff.after(1, Optional.of(Duration.ofDays(20)))).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void shouldHalveCallsAtOnceOnlyWhenMostArePushedBack() {
        Parallelism parallelism = new Parallelism(32);
        parallelism.roundEnded(100, 20);
        assertThat(parallelism.now()).isEqualTo(32);
        parallelism.roundEnded(100, 60);
        assertThat(parallelism.now()).isEqualTo(16);
        parallelism.roundEnded(100, 0);
        assertThat(parallelism.now()).isEqualTo(17);
        for (int i = 0; i < 10; i++) {
            parallelism.roundEnded(10, 10);
        }
        assertThat(parallelism.now()).isEqualTo(1);
    }

    @Test
    void shouldProbeAfterAStopUntilSomethingGoesThrough() {
        ManualClock clock = new ManualClock(Instant.EPOCH);
        Pause pause = new Pause(clock, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 1));
        assertThat(pause.isProbing()).isFalse();

        pause.stop(Optional.empty());
        pause.stop(Optional.empty());
        assertThat(pause.isOver()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(pause.isOver()).isTrue();
        assertThat(pause.isProbing()).isTrue();

        pause.stop(Optional.empty());
        clock.advance(Duration.ofSeconds(1));
        assertThat(pause.isOver()).isFalse();
        pause.end();
        assertThat(pause.isOver()).isTrue();
        assertThat(pause.isProbing()).isFalse();
    }
}
