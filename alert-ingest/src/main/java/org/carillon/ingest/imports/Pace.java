package org.carillon.ingest.imports;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How fast residents are asked. Questions go the way of every answer: what officers on duty are told stands in the same line, and must not
 * wait for hours behind the question to a whole city. Safe for threads.
 */
final class Pace {
    /** A question has up to two parts, and a quarter of the rate is enough for it. */
    private static final int PARTS = 8;

    private final long each;
    private final LongSupplier nanos;
    private long free;

    private Pace(long each, LongSupplier nanos) {
        this.each = each;
        this.nanos = nanos;
        this.free = nanos.getAsLong();
    }

    /**
     * A pace for this sender.
     *
     * @param partsPerSecond SMS parts that it may hand over; null for no limit
     * @param nanos a clock that only goes on
     */
    static Pace of(@Nullable Double partsPerSecond, LongSupplier nanos) {
        return new Pace(partsPerSecond == null ? 0 : (long) (1e9 * PARTS / partsPerSecond), nanos);
    }

    /** Waits until there is room for the next question. */
    void await() {
        for (Duration left = left(); left.isPositive(); left = left()) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    /** How long there is no room. */
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, free - nanos.getAsLong()));
    }

    /** A question has gone out. */
    synchronized void spent() {
        free = Math.max(free, nanos.getAsLong()) + each;
    }
}
