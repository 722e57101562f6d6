package org.carillon.bench.latency;

import java.util.List;

/**
 * One round.
 *
 * @param limitMillis what the least that anybody can do has taken, each time
 * @param alertMillis what each alert has taken
 */
public record LatencyRound(List<Double> limitMillis, List<Double> alertMillis) {
    public LatencyRound {
        limitMillis = List.copyOf(limitMillis);
        alertMillis = List.copyOf(alertMillis);
    }
}
