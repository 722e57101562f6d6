package org.carillon.bench.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.FanOutRound;
import org.carillon.bench.fanout.RivalRound;
import org.carillon.bench.report.Stats;

/**
 * Another way to fan out, over all rounds.
 *
 * @param timesThis recipients of the router for each one of this, by their rates
 */
record RivalResult(String name, List<RivalRound> rounds, double timesThis) {
    RivalResult {
        rounds = List.copyOf(rounds);
    }

    static RivalResult of(String name, List<FanOutRound> all, double routersRate) {
        List<RivalRound> rounds = all.stream()
                .flatMap(round -> round.rivals().stream())
                .filter(round -> round.name().equals(name))
                .toList();
        return new RivalResult(name, rounds, routersRate / Stats.median(rates(rounds)));
    }

    List<Double> recipientsPerSecond() {
        return rates(rounds);
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
    double medianRecipientsPerSecond() {
        return Stats.median(recipientsPerSecond());
    }

    @JsonProperty
    double medianCpuMicros() {
        return Stats.median(cpuMicros());
    }

    @JsonProperty
    Audit audit() {
        return rounds.stream().map(RivalRound::audit).reduce(Audit.CLEAN, Audit::plus);
    }

    private static List<Double> rates(List<RivalRound> rounds) {
        return rounds.stream()
                .map(round -> Stats.median(round.recipientsPerSecond()))
                .toList();
    }
}
