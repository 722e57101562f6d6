package org.carillon.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void shouldLeaveThreeQuartersOfTheRateToOthers() {
        Pace pace = Pace.of(16.0, nanos::get);

        assertThat(pace.left()).isZero();
        pace.spent();
        pace.spent();
        assertThat(pace.left()).as("two questions of two parts").isEqualTo(Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(pace.left()).isZero();
        pace.spent();
        assertThat(pace.left()).as("what was not used is not saved").isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void shouldHaveNoLimitWhereTheSenderHasNone() {
        Pace pace = Pace.of(null, nanos::get);

        pace.spent();

        assertThat(pace.left()).isZero();
        pace.await();
    }
}
