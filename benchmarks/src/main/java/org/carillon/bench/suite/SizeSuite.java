package org.carillon.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.report.Table;
import org.carillon.bench.size.Memory;
import org.carillon.bench.size.SizeBench;
import org.carillon.bench.size.TownRound;

/** {@code bench size}: the smallest and the largest size that are asked for, beside each other. */
public final class SizeSuite {
    /** Measured where no others are asked for. */
    public static final List<Integer> SIZES = List.of(1_000_000, 10_000_000);

    private static final int TOWN = 10_000;

    /** In cities so small that this is a test. */
    private static final int LEAST_TIMES_TOWN = 10;

    private static final String ARRANGEMENT = "Two brokers (" + BrokerProcess.HEAP
            + ") and each router in a process of its own; producers and consumers in this one";

    private final Scale scale;
    private final Console console;

    public SizeSuite(Scale scale, Console console) {
        this.scale = scale;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether every recipient was in exactly one batch. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("size", ARRANGEMENT);
        TownResult result = measure(Collections.min(scale.subscriptions()), Collections.max(scale.subscriptions()));
        print(result);
        console.finish(started, result);
        return result.audit().clean();
    }

    private TownResult measure(int smaller, int larger) throws IOException, InterruptedException {
        int town = Math.min(TOWN, Math.max(1, smaller / LEAST_TIMES_TOWN));
        try (WorkFolder folder = WorkFolder.create();
                BrokerProcess smallerBroker = BrokerProcess.start(folder.path().resolve("kafka-smaller"));
                BrokerProcess largerBroker = BrokerProcess.start(folder.path().resolve("kafka-larger"));
                SizeBench bench = new SizeBench(
                        smallerBroker, largerBroker, folder.path(), smaller, larger, town, console.clock())) {
            console.progress("size: memory without subscriptions");
            Memory empty = bench.empty();
            console.progress(String.format(Locale.ROOT, "size: loading %,d and %,d", smaller, larger));
            bench.load();
            Memory rest = bench.memory();
            console.progress("size: warm-up");
            bench.round(scale.smallAlerts());
            List<TownRound> rounds = new ArrayList<>();
            for (int round = 1; round <= scale.rounds(); round++) {
                console.progress("size: round " + round + " of " + scale.rounds());
                rounds.add(bench.round(scale.smallAlerts()));
            }
            console.progress("size: an alert to everybody");
            double all = bench.alertAll();
            Memory after = bench.memory();
            Audit audit = bench.audit();
            return new TownResult(smaller, larger, town, rounds, empty, rest, after, bench.startSeconds(), all, audit);
        }
    }

    private void print(TownResult result) {
        Table table = new Table(console.out(), result.rounds().size());
        table.head(String.format(Locale.ROOT, "an alert to %,d", result.town()));
        table.tenths(String.format(Locale.ROOT, "of %,d, p50 ms", result.smaller()), result.smallerMillis());
        table.tenths(String.format(Locale.ROOT, "of %,d, p50 ms", result.larger()), result.largerMillis());
        table.ratio("larger / smaller, by time", result.timesSmaller());
        console.out()
                .printf(
                        Locale.ROOT,
                        "  bytes of each of %,d subscriptions: heap %.1f + outside %.1f = %.1f at rest; %.1f + %.1f = %.1f after"
                                + " an alert to all (%,.0f recipients/s)%n",
                        result.larger(),
                        result.heapAtRest(),
                        result.offHeapAtRest(),
                        result.heapAtRest() + result.offHeapAtRest(),
                        result.heapAfterAlert(),
                        result.offHeapAfterAlert(),
                        result.heapAfterAlert() + result.offHeapAfterAlert(),
                        result.recipientsPerSecond());
        console.out()
                .printf(
                        Locale.ROOT,
                        "  a router without subscriptions: heap %,d MiB in use, resident %,d MiB; with them: %,d, %,d;"
                                + " started in %.1f s%n",
                        result.empty().heapInUse() >> 20,
                        result.empty().resident() >> 20,
                        result.atRest().heapInUse() >> 20,
                        result.atRest().resident() >> 20,
                        result.startSeconds());
        console.out()
                .printf(
                        Locale.ROOT,
                        "  checked by set: %d missed, %d doubled, %d strangers%n",
                        result.audit().missed(),
                        result.audit().doubled(),
                        result.audit().strangers());
    }
}
