package org.carillon.channel.core.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.channel.core.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final ManualClock clock = new ManualClock(Instant.EPOCH);
    private final AtomicLong nanos = new AtomicLong();
    private final Lease lease = new Lease(Duration.ofSeconds(5), clock, nanos::get);

    @Test
    void shouldNotHoldBeforeTheFirstProof() {
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void shouldHoldFromTheBeginningOfTheProof() {
        Lease.Proof proof = lease.begin();
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        clock.advance(Duration.ofSeconds(4));
        lease.renew(proof);
        assertThat(lease.holds()).isTrue();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        clock.advance(Duration.ofSeconds(1));
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void shouldEndWhenEitherClockSaysSo() {
        lease.renew(lease.begin());
        clock.advance(Duration.ofSeconds(5));
        assertThat(lease.holds()).isFalse();

        lease.renew(lease.begin());
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(lease.holds()).isFalse();
    }
}
