package org.carillon.bench.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.PreemptBench;
import org.carillon.bench.fanout.PreemptRound;
import org.carillon.bench.report.Stats;
import org.carillon.bench.report.Table;

/** {@code bench preempt}: how long an Extreme alert takes while a routine one goes to everybody. */
public final class PreemptSuite {
    private static final int ALONE = 20;

    private final Console console;
    private final int rounds;
    private final int subscriptions;

    public PreemptSuite(Console console, int rounds, int subscriptions) {
        this.console = console;
        this.rounds = rounds;
        this.subscriptions = subscriptions;
    }

    /** Runs it and writes the result; returns whether every recipient was in exactly one batch of each alert. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("preempt");
        Result result = measure();
        print(result);
        console.finish(started, result);
        return result.audit().clean();
    }

    private Result measure() throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.create();
                BrokerProcess broker = BrokerProcess.start(folder.path().resolve("kafka"))) {
            console.progress("preempt: loading");
            PreemptBench bench =
                    PreemptBench.start(broker, folder.path().resolve("state"), subscriptions, console.clock());
            List<PreemptRound> measured = new ArrayList<>();
            try (bench) {
                console.progress("preempt: warm-up");
                bench.round(ALONE);
                for (int round = 1; round <= rounds; round++) {
                    console.progress("preempt: round " + round + " of " + rounds);
                    measured.add(bench.round(ALONE));
                }
            }
            return new Result(subscriptions, measured, bench.audit());
        }
    }

    private void print(Result result) {
        Table table = new Table(console.out(), result.rounds().size());
        table.head(String.format(Locale.ROOT, "Extreme to 1,000 of %,d", result.subscriptions()));
        table.tenths("alone, p50 ms", result.quantiles(PreemptRound::aloneMillis, 0.5));
        table.tenths("alone, p99 ms", result.quantiles(PreemptRound::aloneMillis, 0.99));
        table.tenths("during a routine to all, p50 ms", result.quantiles(PreemptRound::duringMillis, 0.5));
        table.tenths("during a routine to all, p99 ms", result.quantiles(PreemptRound::duringMillis, 0.99));
        table.whole(
                "the routine one, recipients/s",
                result.rounds().stream().map(PreemptRound::routinePerSecond).toList());
        console.out()
                .printf(
                        Locale.ROOT,
                        "  all rounds: %d alone p50 %.1f p99 %.1f ms; %d during p50 %.1f p99 %.1f max %.1f ms%n"
                                + "  checked by set: %d missed, %d doubled, %d strangers%n",
                        result.alone().size(),
                        Stats.quantile(result.alone(), 0.5),
                        Stats.quantile(result.alone(), 0.99),
                        result.during().size(),
                        Stats.quantile(result.during(), 0.5),
                        result.duringP99Millis(),
                        Stats.quantile(result.during(), 1),
                        result.audit().missed(),
                        result.audit().doubled(),
                        result.audit().strangers());
    }

    /** What is written. */
    record Result(int subscriptions, List<PreemptRound> rounds, Audit audit) {
        List<Double> alone() {
            return all(PreemptRound::aloneMillis);
        }

        List<Double> during() {
            return all(PreemptRound::duringMillis);
        }

        @JsonProperty
        double aloneP99Millis() {
            return Stats.quantile(alone(), 0.99);
        }

        @JsonProperty
        double duringP99Millis() {
            return Stats.quantile(during(), 0.99);
        }

        List<Double> quantiles(Function<PreemptRound, List<Double>> figures, double share) {
            return rounds.stream()
                    .map(round -> Stats.quantile(figures.apply(round), share))
                    .toList();
        }

        private List<Double> all(Function<PreemptRound, List<Double>> figures) {
            return rounds.stream()
                    .flatMap(round -> figures.apply(round).stream())
                    .toList();
        }
    }
}
