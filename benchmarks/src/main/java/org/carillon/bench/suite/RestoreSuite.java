package org.carillon.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.report.Table;
import org.carillon.bench.restore.RestoreBench;
import org.carillon.bench.restore.RestoreRound;

/** {@code bench restore}: each size on brokers of its own. */
public final class RestoreSuite {
    /** Measured where no others are asked for. */
    public static final List<Integer> SIZES = List.of(1_000_000);

    private static final String ARRANGEMENT = "Two brokers (" + BrokerProcess.HEAP
            + ") and each router in a process of its own; producers and consumers in this one";

    private final Scale scale;
    private final Console console;

    public RestoreSuite(Scale scale, Console console) {
        this.scale = scale;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether every recipient of the killed fan-outs was in exactly one batch. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("restore", ARRANGEMENT);
        List<RestoreResult> sizes = new ArrayList<>();
        for (int subscriptions : scale.subscriptions()) {
            RestoreResult size = measure(subscriptions);
            print(size);
            sizes.add(size);
        }
        console.finish(started, new Result(sizes));
        return sizes.stream().allMatch(size -> size.audit().clean());
    }

    private RestoreResult measure(int subscriptions) throws IOException, InterruptedException {
        String name = String.format(Locale.ROOT, "%,d subscriptions", subscriptions);
        try (WorkFolder folder = WorkFolder.create();
                BrokerProcess empty = BrokerProcess.start(folder.path().resolve("kafka-empty"));
                BrokerProcess loaded = BrokerProcess.start(folder.path().resolve("kafka"));
                RestoreBench bench = new RestoreBench(loaded, empty, folder.path(), subscriptions, console.clock())) {
            console.progress(name + ": loading");
            bench.load();
            console.progress(name + ": warm-up");
            bench.round();
            List<RestoreRound> rounds = new ArrayList<>();
            for (int round = 1; round <= scale.rounds(); round++) {
                console.progress(name + ": round " + round + " of " + scale.rounds());
                rounds.add(bench.round());
            }
            return new RestoreResult(subscriptions, rounds);
        }
    }

    private void print(RestoreResult size) {
        Table table = new Table(console.out(), size.rounds().size());
        table.head(String.format(Locale.ROOT, "%,d subscriptions", size.subscriptions()));
        table.whole("plain consumer, subscriptions/s", size.each(RestoreRound::readPerSecond));
        table.tenths("start with no subscription, s", size.each(RestoreRound::emptySeconds));
        table.tenths("start with wiped state, s", size.each(RestoreRound::wipedSeconds));
        table.whole("  subscriptions/s", size.each(round -> size.whole(round.wipedSeconds())));
        table.whole("  without the empty start's time", size.each(size::wipedPerSecond));
        table.tenths("start after a kill in a fan-out, s", size.each(RestoreRound::killedSeconds));
        table.whole("  subscriptions/s", size.each(round -> size.whole(round.killedSeconds())));
        table.whole("  without the empty start's time", size.each(size::killedPerSecond));
        table.ratio("wiped / plain consumer", size.wipedTimesPlain());
        console.out()
                .printf(
                        Locale.ROOT,
                        "  the killed fan-outs, checked by set: %d missed, %d doubled, %d strangers%n",
                        size.audit().missed(),
                        size.audit().doubled(),
                        size.audit().strangers());
    }

    /** What is written. */
    record Result(List<RestoreResult> sizes) {}
}
