package org.carillon.channel.core.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How long the owner of a sender may begin calls without having proved again that it is the owner. The proof is a committed
 * transaction: a new owner fences the old one's producer first, and then waits out the longest lease and call before it touches
 * what was in flight. Read from many threads.
 */
public final class Lease {
    private final Duration length;
    private final Clock clock;
    private final LongSupplier nanos;
    private volatile Proof proof;

    public Lease(Duration length, Clock clock, LongSupplier nanos) {
        this.length = length;
        this.clock = clock;
        this.nanos = nanos;
        this.proof = new Proof(Instant.MIN, 0, false);
    }

    /** Now, to be given to {@link #renew} if what begins now succeeds. */
    public Proof begin() {
        return new Proof(clock.instant(), nanos.getAsLong(), true);
    }

    /** The transaction whose commit began then went through. */
    public void renew(Proof begun) {
        proof = begun;
    }

    /** Whether a call may begin. Two clocks, since one of them stands still while a machine sleeps. */
    public boolean holds() {
        Proof p = proof;
        return p.valid
                && nanos.getAsLong() - p.nanos < length.toNanos()
                && Duration.between(p.at, clock.instant()).compareTo(length) < 0;
    }

    /** A moment by both clocks. */
    public record Proof(Instant at, long nanos, boolean valid) {}
}
