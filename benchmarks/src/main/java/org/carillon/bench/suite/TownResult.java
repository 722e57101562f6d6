package org.carillon.bench.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.report.Stats;
import org.carillon.bench.size.Memory;
import org.carillon.bench.size.TownRound;

/**
 * The same town in two cities, and what each subscription of the larger one takes.
 *
 * @param empty memory of its router before anybody subscribed
 * @param startSeconds of its router, with its restore
 * @param recipientsPerSecond of the alert to everybody in it
 */
record TownResult(
        int smaller,
        int larger,
        int town,
        List<TownRound> rounds,
        Memory empty,
        Memory atRest,
        Memory afterAlert,
        double startSeconds,
        double recipientsPerSecond,
        Audit audit) {
    TownResult {
        rounds = List.copyOf(rounds);
    }

    /** The median alert of each round. */
    List<Double> smallerMillis() {
        return rounds.stream().map(round -> Stats.median(round.smallerMillis())).toList();
    }

    List<Double> largerMillis() {
        return rounds.stream().map(round -> Stats.median(round.largerMillis())).toList();
    }

    @JsonProperty
    double timesSmaller() {
        return Stats.median(largerMillis()) / Stats.median(smallerMillis());
    }

    @JsonProperty
    double heapAtRest() {
        return atRest.heapEach(empty, larger);
    }

    @JsonProperty
    double offHeapAtRest() {
        return atRest.offHeapEach(empty, larger);
    }

    @JsonProperty
    double heapAfterAlert() {
        return afterAlert.heapEach(empty, larger);
    }

    @JsonProperty
    double offHeapAfterAlert() {
        return afterAlert.offHeapEach(empty, larger);
    }
}
