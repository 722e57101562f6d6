package org.carillon.bench.kill;

import java.util.List;

/** All runs of one proof. */
public record KillReport(int residents, long firstReadyMs, long undisturbedMs, List<KillRun> runs, long stopMs) {
    public KillReport {
        runs = List.copyOf(runs);
    }

    public boolean clean() {
        return runs.stream().allMatch(KillRun::clean);
    }
}
