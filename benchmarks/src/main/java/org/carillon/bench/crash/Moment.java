package org.carillon.bench.crash;

import java.util.concurrent.TimeUnit;

/** When something was killed: by the wall's clock, with which batches are stamped, and by the clock that measures. */
record Moment(long millis, long nanos) {
    static Moment now() {
        return new Moment(System.currentTimeMillis(), System.nanoTime());
    }

    /** From here until the first batch of that alert could be read that was cut afterwards; -1 where there was none. */
    long untilFirst(Received alert) {
        return millisUntil(alert.firstCutAfterByPartition(millis).min().orElse(-1));
    }

    /** The same of the partition that waited longest. */
    long untilSlowest(Received alert) {
        return millisUntil(alert.firstCutAfterByPartition(millis).max().orElse(-1));
    }

    private long millisUntil(long readAt) {
        return readAt < 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(readAt - nanos);
    }
}
