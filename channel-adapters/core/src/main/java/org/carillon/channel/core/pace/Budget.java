package org.carillon.channel.core.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A sender's budget in parts per second: each call reserves its parts and learns how long to wait. Thread-safe. One instance owns
 * a sender, so that this is the only place where its budget is spent.
 */
public final class Budget {
    private final double partsPerSecond;
    private final LongSupplier nanos;
    private long free;

    /**
     * A full budget.
     *
     * @param partsPerSecond 0 for no limit
     */
    public Budget(double partsPerSecond, LongSupplier nanos) {
        this.partsPerSecond = partsPerSecond;
        this.nanos = nanos;
        this.free = nanos.getAsLong();
    }

    /** Takes that many parts; the call may begin after the returned time. */
    public synchronized Duration reserve(int parts) {
        if (partsPerSecond <= 0) {
            return Duration.ZERO;
        }
        long now = nanos.getAsLong();
        long start = Math.max(now, free);
        free = start + (long) (parts * 1e9 / partsPerSecond);
        return Duration.ofNanos(start - now);
    }

    /** How many parts can begin within that time from now, at least one. */
    public synchronized int within(Duration time) {
        if (partsPerSecond <= 0) {
            return Integer.MAX_VALUE;
        }
        double left = (double) (time.toNanos() - Math.max(0, free - nanos.getAsLong()));
        return (int) Math.max(1, left * partsPerSecond / 1e9);
    }
}
