package org.carillon.bench.restore;

import org.carillon.bench.fanout.Audit;

/**
 * One round. Seconds are from the start of the process to its last task running.
 *
 * @param readPerSecond subscriptions that a plain consumer reads from the same topic
 * @param emptySeconds of a router with no subscription at all
 * @param wipedSeconds of a router with all of them and an empty state folder
 * @param killedSeconds of one that was killed in the middle of a fan-out, in its own state folder
 * @param readBeforeKill recipients that had been read when it was killed
 * @param audit of the fan-out that was killed, to its end
 */
public record RestoreRound(
        double readPerSecond,
        double emptySeconds,
        double wipedSeconds,
        double killedSeconds,
        int readBeforeKill,
        Audit audit) {}
