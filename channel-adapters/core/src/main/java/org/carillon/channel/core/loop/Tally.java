package org.carillon.channel.core.loop;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The numbers behind {@link Counts}; written by the loop's thread, read by any. */
final class Tally {
    final LongAdder taken = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder suppressed = new LongAdder();
    final LongAdder calls = new LongAdder();
    final LongAdder before = new LongAdder();
    final AtomicLong open = new AtomicLong();
    final AtomicLong inDoubt = new AtomicLong();

    Counts counts() {
        return new Counts(
                taken.sum(),
                sent.sum(),
                failed.sum(),
                suppressed.sum(),
                open.get(),
                inDoubt.get(),
                before.sum(),
                calls.sum());
    }
}
