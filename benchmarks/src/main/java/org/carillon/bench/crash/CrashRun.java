package org.carillon.bench.crash;

import org.carillon.schemas.alert.Lane;

/**
 * One kill.
 *
 * @param manner what was done
 * @param killedAfterMs from the audience query
 * @param toldBefore recipients in batches that could be read at the kill
 * @param runningMs from the kill until the router ran again
 * @param stallMs from the kill until the first batch could be read that was cut after it; -1 where nothing was left to cut
 * @param slowestMs the same of the partition that waited longest; -1 as before
 * @param endedMs from the query until all had gone out
 * @param changes subscriptions that changed meanwhile
 */
public record CrashRun(
        Manner manner,
        Lane lane,
        long killedAfterMs,
        int toldBefore,
        long runningMs,
        long stallMs,
        long slowestMs,
        long endedMs,
        int changes,
        Findings findings) {
    /** What became of the killed router. */
    public enum Manner {
        /** Started again at once with its state. */
        SAME_STATE,
        /** Started again at once without its state. */
        WIPED,
        /** Not started until its work had been taken over by another. */
        TAKEN_OVER
    }

    /** Whether the kill came before everything was cut. */
    public boolean inTime() {
        return stallMs >= 0;
    }
}
