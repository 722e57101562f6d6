package org.carillon.bench.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.FanOutRound;
import org.carillon.bench.fanout.RivalRound;
import org.carillon.bench.raw.RawRound;
import org.carillon.bench.report.Stats;
import org.jspecify.annotations.Nullable;

/** Fan-out at one size: every round and, worked out from them, medians and ratios. */
record SizeResult(
        int subscriptions,
        double recordBytes,
        double batchBytes,
        List<FanOutRound> rounds,
        @Nullable String skipped) {
    SizeResult {
        rounds = List.copyOf(rounds);
    }

    List<RawRound> raw() {
        return rounds.stream().map(FanOutRound::raw).toList();
    }

    /** The median alert of each round. */
    List<Double> recipientsPerSecond() {
        return rounds.stream()
                .map(round -> Stats.median(round.recipientsPerSecond()))
                .toList();
    }

    List<Double> cpuMicros() {
        return rounds.stream().map(round -> Stats.median(round.cpuMicros())).toList();
    }

    List<Double> smallQuantiles(double share) {
        return rounds.stream()
                .map(round -> Stats.quantile(round.smallMillis(), share))
                .toList();
    }

    @JsonProperty
    RawRound medianRaw() {
        return RawSuite.median(raw());
    }

    @JsonProperty
    double medianRecipientsPerSecond() {
        return Stats.median(recipientsPerSecond());
    }

    @JsonProperty
    double medianCpuMicros() {
        return Stats.median(cpuMicros());
    }

    /** How many recipients cost the processor as much as one raw record: the ratio that other work disturbs least. */
    @JsonProperty
    double recipientsForCpuOfRawRecord() {
        return medianRaw().records().cpuMicros() / medianCpuMicros();
    }

    /** Of all rounds together: their own would be those of a handful of alerts. */
    @JsonProperty
    double smallP50Millis() {
        return Stats.quantile(allSmall(), 0.5);
    }

    @JsonProperty
    double smallP99Millis() {
        return Stats.quantile(allSmall(), 0.99);
    }

    /** Recipients for each record that Kafka moves raw. */
    @JsonProperty
    double timesRawRecords() {
        return medianRecipientsPerSecond() / medianRaw().records().perSecond();
    }

    /** Recipients for each one that Kafka moves raw in batches like ours. */
    @JsonProperty
    double timesRawBatches() {
        return medianRecipientsPerSecond() / medianRaw().batchedRecipientsPerSecond();
    }

    /** The other ways, in the order in which they were measured. */
    @JsonProperty
    List<RivalResult> rivals() {
        return rounds.getFirst().rivals().stream()
                .map(RivalRound::name)
                .map(name -> RivalResult.of(name, rounds, medianRecipientsPerSecond()))
                .toList();
    }

    /** Of the router. */
    @JsonProperty
    Audit audit() {
        return rounds.stream().map(FanOutRound::audit).reduce(Audit.CLEAN, Audit::plus);
    }

    private List<Double> allSmall() {
        return rounds.stream().flatMap(round -> round.smallMillis().stream()).toList();
    }
}
