package org.carillon.bench.fanout;

import java.util.List;

/**
 * One round.
 *
 * @param aloneMillis of each Extreme alert with nothing else to do
 * @param duringMillis of each one that was sent and done while the routine alert went out
 * @param routinePerSecond recipients of the routine alert, the Extreme ones in between
 */
public record PreemptRound(List<Double> aloneMillis, List<Double> duringMillis, double routinePerSecond) {
    public PreemptRound {
        aloneMillis = List.copyOf(aloneMillis);
        duringMillis = List.copyOf(duringMillis);
    }
}
