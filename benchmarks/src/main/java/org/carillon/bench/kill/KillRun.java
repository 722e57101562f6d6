package org.carillon.bench.kill;

/**
 * One alert during which the hub was killed.
 *
 * @param kind in which fan-out the hub died
 * @param killedAfterMs from the approval, or from the cancellation
 * @param acceptedBefore messages of this alert that the provider had when the hub died
 * @param readyMs how long the restart took
 * @param settledMs from the restart until every recipient was accounted for
 * @param missed residents and browsers who never got what they should: the alert, or the Cancel of an alert that they had got
 * @param doubled residents who got something more than once, or a Cancel of what they never got
 * @param reachAddsUp whether reach says so, too
 * @param logTells whether the public log is sound and tells of every alert once
 */
public record KillRun(
        Kind kind,
        long killedAfterMs,
        int acceptedBefore,
        long readyMs,
        long settledMs,
        int missed,
        int doubled,
        boolean reachAddsUp,
        boolean logTells) {
    /** In which fan-out the hub died. */
    public enum Kind {
        ALERT,
        CANCEL
    }

    /** Whether nobody was missed or doubled, and the books and the public log say so. */
    public boolean clean() {
        return missed == 0 && doubled == 0 && reachAddsUp && logTells;
    }
}
