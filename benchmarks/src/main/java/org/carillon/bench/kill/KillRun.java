package org.carillon.bench.kill;

/**
 * One alert during whose fan-out the hub was killed.
 *
 * @param killedAfterMs from the approval
 * @param acceptedBefore messages of this alert that the provider had when the hub died
 * @param readyMs how long the restart took
 * @param settledMs from the restart until every recipient was accounted for
 * @param missed residents who never got the alert
 * @param doubled residents who got it more than once
 * @param reachAddsUp whether reach says that all of them were sent
 */
public record KillRun(
        long killedAfterMs,
        int acceptedBefore,
        long readyMs,
        long settledMs,
        int missed,
        int doubled,
        boolean reachAddsUp) {
    /** Whether nobody was missed or doubled, and the books say so. */
    public boolean clean() {
        return missed == 0 && doubled == 0 && reachAddsUp;
    }
}
