package org.carillon.bench.size;

import java.util.List;

/**
 * One round of alerts to the town, in the smaller city and in the larger one in turn.
 *
 * @param smallerMillis of each, from its query to its last batch
 */
public record TownRound(List<Double> smallerMillis, List<Double> largerMillis) {
    public TownRound {
        smallerMillis = List.copyOf(smallerMillis);
        largerMillis = List.copyOf(largerMillis);
    }
}
