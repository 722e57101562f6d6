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
import org.carillon.bench.latency.ApprovalBench;
import org.carillon.bench.latency.LatencyRound;
import org.carillon.bench.latency.QueryBench;
import org.carillon.bench.report.Stats;
import org.carillon.bench.report.Table;

/** {@code bench latency}: a small alert, from the audience query and from the approval's HTTP request. */
public final class LatencySuite {
    private final Console console;
    private final int rounds;
    private final int subscriptions;
    private final int residents;
    private final int alerts;
    private final int port;

    /**
     * A suite.
     *
     * @param residents whom an approved alert is for
     * @param alerts of each kind in each round
     * @param port public port of the hub that is asked by HTTP
     */
    public LatencySuite(Console console, int rounds, int subscriptions, int residents, int alerts, int port) {
        this.console = console;
        this.rounds = rounds;
        this.subscriptions = subscriptions;
        this.residents = residents;
        this.alerts = alerts;
        this.port = port;
    }

    /** Runs it and writes the result; returns whether every recipient was in exactly one batch of each alert. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("latency");
        Result queries = queries();
        printQueries(queries);
        Result result = approvals(queries);
        printApprovals(result);
        console.finish(started, result);
        return result.audit().clean();
    }

    private Result queries() throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.create();
                BrokerProcess broker = BrokerProcess.start(folder.path().resolve("kafka"))) {
            console.progress("latency: loading");
            QueryBench bench = QueryBench.start(broker, folder.path().resolve("state"), subscriptions, console.clock());
            List<LatencyRound> measured = new ArrayList<>();
            try (bench) {
                for (int round = 0; round <= rounds; round++) {
                    progress("queries", round);
                    LatencyRound one = bench.round(alerts);
                    if (round > 0) {
                        measured.add(one);
                    }
                }
            }
            return new Result(subscriptions, measured, List.of(), bench.audit());
        }
    }

    private Result approvals(Result queries) throws IOException, InterruptedException {
        try (WorkFolder folder = WorkFolder.create()) {
            console.progress("latency: starting the whole hub");
            List<List<Double>> measured = new ArrayList<>();
            try (ApprovalBench bench = ApprovalBench.start(folder.path(), port, residents, subscriptions)) {
                for (int round = 0; round <= rounds; round++) {
                    progress("approvals", round);
                    List<Double> one = bench.round(alerts);
                    if (round > 0) {
                        measured.add(one);
                    }
                }
                Audit audit = queries.audit().plus(new Audit(bench.missed(), bench.doubled(), 0));
                return new Result(subscriptions, queries.rounds(), measured, audit);
            }
        }
    }

    private void progress(String what, int round) {
        console.progress("latency: " + what + ", " + (round == 0 ? "warm-up" : "round " + round + " of " + rounds));
    }

    /** At once: what follows takes minutes, and whoever ends it early has these. */
    private void printQueries(Result result) {
        Table table = new Table(console.out(), result.rounds().size());
        table.head(String.format(Locale.ROOT, "100 of %,d", result.subscriptions()));
        table.tenths("least that Kafka takes, p50 ms", result.quantiles(LatencyRound::limitMillis, 0.5));
        table.tenths("least that Kafka takes, p99 ms", result.quantiles(LatencyRound::limitMillis, 0.99));
        table.tenths("from the query, p50 ms", result.quantiles(LatencyRound::alertMillis, 0.5));
        table.tenths("from the query, p99 ms", result.quantiles(LatencyRound::alertMillis, 0.99));
        table.ratio("from the query / least, p50", result.queryP50Millis() / result.limitP50Millis());
    }

    private void printApprovals(Result result) {
        Table table = new Table(console.out(), result.approvalMillis().size());
        table.tenths("from the approval, p50 ms", result.approvalQuantiles(0.5));
        table.tenths("from the approval, p99 ms", result.approvalQuantiles(0.99));
        console.out()
                .printf(
                        Locale.ROOT,
                        "  all rounds: query p50 %.1f p99 %.1f ms; approval p50 %.1f p99 %.1f ms%n"
                                + "  checked by set: %d missed, %d doubled, %d strangers%n",
                        result.queryP50Millis(),
                        result.queryP99Millis(),
                        result.approvalP50Millis(),
                        result.approvalP99Millis(),
                        result.audit().missed(),
                        result.audit().doubled(),
                        result.audit().strangers());
    }

    /** What is written. */
    record Result(int subscriptions, List<LatencyRound> rounds, List<List<Double>> approvalMillis, Audit audit) {
        @JsonProperty
        double limitP50Millis() {
            return Stats.quantile(all(LatencyRound::limitMillis), 0.5);
        }

        @JsonProperty
        double queryP50Millis() {
            return Stats.quantile(all(LatencyRound::alertMillis), 0.5);
        }

        @JsonProperty
        double queryP99Millis() {
            return Stats.quantile(all(LatencyRound::alertMillis), 0.99);
        }

        @JsonProperty
        double approvalP50Millis() {
            return Stats.quantile(approvals(), 0.5);
        }

        @JsonProperty
        double approvalP99Millis() {
            return Stats.quantile(approvals(), 0.99);
        }

        List<Double> quantiles(Function<LatencyRound, List<Double>> figures, double share) {
            return rounds.stream()
                    .map(round -> Stats.quantile(figures.apply(round), share))
                    .toList();
        }

        List<Double> approvalQuantiles(double share) {
            return approvalMillis.stream()
                    .map(round -> Stats.quantile(round, share))
                    .toList();
        }

        private List<Double> approvals() {
            return approvalMillis.stream().flatMap(List::stream).toList();
        }

        private List<Double> all(Function<LatencyRound, List<Double>> figures) {
            return rounds.stream()
                    .flatMap(round -> figures.apply(round).stream())
                    .toList();
        }
    }
}
