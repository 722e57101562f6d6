package org.carillon.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.carillon.ingest.HandClock;
import org.carillon.ingest.TestHub;
import org.junit.jupiter.api.Test;

class BrakeTest {
    private static final Brake.Rule RULE = new Brake.Rule(3, Duration.ofMinutes(1), Duration.ofHours(1));
    private static final List<Brake.Key> ANA = List.of(new Brake.Key("user:ana", RULE));
    private static final List<Brake.Key> BO = List.of(new Brake.Key("user:bo", RULE));

    private final HandClock clock = new HandClock(TestHub.NOON);
    private final Brake brake = new Brake(clock);

    @Test
    void shouldWaitLongerAndLongerAndNotForEver() {
        for (int i = 0; i < 4; i++) {
            assertThat(brake.begin(ANA)).isEmpty();
        }
        assertThat(brake.begin(ANA)).contains(Duration.ofSeconds(1));
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(brake.begin(ANA)).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(brake.begin(ANA)).isEmpty();
        }
        assertThat(brake.begin(BO)).as("somebody else").isEmpty();
    }

    @Test
    void shouldForget() {
        for (int i = 0; i < 4; i++) {
            brake.begin(ANA);
        }
        brake.succeeded(ANA);
        for (int i = 0; i < 4; i++) {
            assertThat(brake.begin(ANA)).isEmpty();
        }
        assertThat(brake.begin(ANA)).isPresent();
        clock.pass(Duration.ofHours(2));
        assertThat(brake.begin(ANA)).isEmpty();
        assertThat(brake.begin(ANA)).isEmpty();
    }

    @Test
    void shouldNotCountWhatWasNeitherRightNorWrong() {
        for (int i = 0; i < 20; i++) {
            assertThat(brake.begin(ANA)).isEmpty();
            brake.undo(ANA);
        }
    }

    @Test
    void shouldGiveManyConnectionsNoMoreThanOne() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> attempts = IntStream.range(0, 500)
                    .mapToObj(i -> threads.submit(() -> brake.begin(ANA).isEmpty()))
                    .toList();
            int through = 0;
            for (Future<Boolean> attempt : attempts) {
                through += attempt.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(4);
        }
    }

    @Test
    void shouldKeepABoundedNumber() {
        for (int i = 0; i < 60_000; i++) {
            brake.begin(List.of(new Brake.Key("user:" + i, RULE)));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(brake.begin(List.of(new Brake.Key("user:59999", RULE)))).isEmpty();
        }
        assertThat(brake.begin(List.of(new Brake.Key("user:59999", RULE)))).isPresent();
    }
}
