package org.carillon.bench.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.carillon.bench.match.MatchBench;
import org.carillon.bench.match.MatchData;
import org.carillon.bench.match.MatchRound;
import org.carillon.bench.match.RealShapes;
import org.carillon.bench.report.Stats;
import org.jspecify.annotations.Nullable;

/** {@code bench match}: the published areas and alerts, then real shapes against the same areas. */
public final class MatchSuite {
    /** What others have published for these data. */
    private static final int EXPECTED_PAIRS = 8914;

    private final Path data;
    private final int warmUp;
    private final int rounds;
    private final Console console;

    /**
     * @param data folder with {@code match-benchmark} and {@code cap}
     * @param warmUp rounds that do not count, the very first of which is told
     */
    public MatchSuite(Path data, int warmUp, int rounds, Console console) {
        if (warmUp < 1 || rounds < 1) {
            throw new IllegalArgumentException("rounds are at least 1");
        }
        this.data = data;
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether every pair was found and none besides, or there are no data. */
    public boolean run() throws IOException {
        Path folder = data.resolve("match-benchmark");
        if (!Files.isDirectory(folder)) {
            console.out().println("match skipped: no folder " + folder + " (--data names another)");
            return true;
        }
        Console.Started started = console.start("match", "No broker and no other process; one thread in this one");
        MatchData benchmark = MatchData.read(folder);
        Part published = measure("published", new MatchBench(benchmark.areas(), benchmark.messages()));
        print(
                String.format(
                        Locale.ROOT,
                        "%,d alerts x %,d areas (%d of them enclose nothing), ms",
                        benchmark.messages().size(),
                        benchmark.subscriptions(),
                        benchmark.subscriptions() - benchmark.areas().size()),
                published);
        boolean right = published.pairs().allAre(EXPECTED_PAIRS);
        console.out()
                .printf(
                        Locale.ROOT,
                        "  pairs: %s%n  PostGIS is not measured here.%n",
                        right
                                ? String.format(Locale.ROOT, "%,d, as published, by each of them", EXPECTED_PAIRS)
                                : "WRONG, expected " + EXPECTED_PAIRS + ": " + published.pairs());
        Optional<Part> real = real(benchmark);
        console.finish(started, new Result(EXPECTED_PAIRS, published, real.orElse(null)));
        return right;
    }

    private Optional<Part> real(MatchData benchmark) throws IOException {
        Path folder = data.resolve("cap/valid");
        if (!Files.isDirectory(folder)) {
            console.out().println("real shapes skipped: no folder " + folder);
            return Optional.empty();
        }
        RealShapes shapes = RealShapes.read(folder);
        Part part = measure("real shapes", new MatchBench(benchmark.areas(), shapes.messages()));
        print(
                String.format(
                        Locale.ROOT,
                        "%d real messages (%,d polygons of %,d points, %d circles) x the same areas, ms",
                        shapes.messages().size(),
                        shapes.polygons(),
                        shapes.points(),
                        shapes.circles()),
                part);
        console.out()
                .printf(
                        Locale.ROOT,
                        "  pairs: %,d of the hub; %,d of the plain tree, which knows no globe%n",
                        part.pairs().hub(),
                        part.pairs().tree());
        return Optional.of(part);
    }

    private Part measure(String what, MatchBench bench) {
        console.progress(what + ": warm-up");
        MatchRound cold = bench.round();
        for (int i = 1; i < warmUp; i++) {
            bench.round();
        }
        MatchBench.Pairs pairs = bench.pairs();
        console.progress(what + ": " + rounds + " rounds");
        List<MatchRound> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(bench.round());
        }
        return new Part(pairs, cold, measured);
    }

    private void print(String title, Part part) {
        PrintWriter out = console.out();
        out.printf(Locale.ROOT, "%n%s%n%-50s%10s%10s%10s%10s%n", title, "", "cold", "median", "p90", "worst");
        row("matching alone, hub", part, MatchRound::hub);
        row("  the same, JTS tree + intersects", part, MatchRound::tree);
        row("  the same, nested loop", part, MatchRound::loop);
        row("reading with every rule and matching, hub", part, MatchRound::hubRead);
        row("  picking polygons from the XML, JTS tree", part, MatchRound::treeRead);
        out.printf(
                Locale.ROOT,
                "  hub / JTS tree: matching %.2f, with reading %.2f%n",
                part.timesTree(),
                part.timesTreeRead());
        out.flush();
    }

    private void row(String label, Part part, ToDoubleFunction<MatchRound> figure) {
        List<Double> all = part.rounds().stream().map(figure::applyAsDouble).toList();
        console.out()
                .printf(
                        Locale.ROOT,
                        "  %-48s%10.2f%10.2f%10.2f%10.2f%n",
                        label,
                        figure.applyAsDouble(part.cold()),
                        Stats.median(all),
                        Stats.quantile(all, 0.9),
                        Stats.quantile(all, 1));
    }

    /** What is written. */
    record Result(
            int expectedPairs, Part published, @Nullable Part realShapes) {}

    /** The rounds over one set of alerts. */
    record Part(MatchBench.Pairs pairs, MatchRound cold, List<MatchRound> rounds) {
        @JsonProperty
        MatchRound median() {
            return new MatchRound(
                    median(MatchRound::hub),
                    median(MatchRound::tree),
                    median(MatchRound::loop),
                    median(MatchRound::hubRead),
                    median(MatchRound::treeRead));
        }

        @JsonProperty
        double timesTree() {
            return median().hub() / median().tree();
        }

        @JsonProperty
        double timesTreeRead() {
            return median().hubRead() / median().treeRead();
        }

        private double median(ToDoubleFunction<MatchRound> figure) {
            return Stats.median(rounds.stream().map(figure::applyAsDouble).toList());
        }
    }
}
