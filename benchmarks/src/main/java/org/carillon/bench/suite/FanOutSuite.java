package org.carillon.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.FanOutBench;
import org.carillon.bench.fanout.FanOutRound;
import org.carillon.bench.raw.RawKafka;
import org.carillon.bench.report.Table;
import org.carillon.bench.rival.PostgresFanOut;

/** {@code bench fanout}: each size on a broker of its own, raw and fan-out in turn. */
public final class FanOutSuite {
    /** Measured where no others are asked for. */
    public static final List<Integer> SIZES = List.of(100_000, 1_000_000);

    private final Scale scale;
    private final boolean rivals;
    private final Console console;

    /** @param rivals whether other ways to fan out are measured beside it */
    public FanOutSuite(Scale scale, boolean rivals, Console console) {
        this.scale = scale;
        this.rivals = rivals;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether every recipient was in exactly one batch. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("fanout");
        List<SizeResult> sizes = new ArrayList<>();
        for (int subscriptions : scale.subscriptions()) {
            SizeResult size = measure(subscriptions);
            print(size);
            sizes.add(size);
        }
        console.finish(started, new Result(sizes));
        return sizes.stream().map(SizeResult::audit).allMatch(Audit::clean);
    }

    private SizeResult measure(int subscriptions) throws IOException, InterruptedException {
        Optional<String> absent = rivals ? PostgresFanOut.absent() : Optional.of("left out");
        String name = String.format(Locale.ROOT, "%,d subscriptions", subscriptions);
        try (WorkFolder folder = WorkFolder.create();
                BrokerProcess broker = BrokerProcess.start(folder.path().resolve("kafka"))) {
            RawKafka raw = new RawKafka(broker, scale.records());
            try (Rivals others = Rivals.start(broker, folder.path(), rivals, absent.isEmpty(), console.clock());
                    FanOutBench bench = new FanOutBench(
                            broker,
                            raw,
                            folder.path().resolve("state"),
                            subscriptions,
                            scale.alerts(),
                            scale.smallAlerts(),
                            others.all(),
                            console.clock())) {
                console.progress(name + ": loading");
                bench.load();
                console.progress(name + ": warm-up");
                bench.round();
                List<FanOutRound> rounds = new ArrayList<>();
                for (int round = 1; round <= scale.rounds(); round++) {
                    console.progress(name + ": round " + round + " of " + scale.rounds());
                    rounds.add(bench.round());
                }
                return new SizeResult(
                        subscriptions,
                        raw.deliveryBytes(),
                        raw.batchBytes(),
                        rounds,
                        absent.map(reason -> "PostgreSQL: SKIPPED, " + reason).orElse(null));
            }
        }
    }

    private void print(SizeResult size) {
        Table table = new Table(console.out(), size.rounds().size());
        table.head(String.format(Locale.ROOT, "%,d subscriptions", size.subscriptions()));
        RawSuite.rows(table, size.recordBytes(), size.batchBytes(), size.raw());
        table.whole("fan-out to all, recipients/s", size.recipientsPerSecond());
        table.hundredths("  cpu of each, us", size.cpuMicros());
        table.tenths(
                "  recipients per batch",
                size.rounds().stream().map(FanOutRound::recipientsPerBatch).toList());
        table.tenths("fan-out to 100, p50 ms", size.smallQuantiles(0.5));
        table.tenths("fan-out to 100, p99 ms", size.smallQuantiles(0.99));
        table.tenths(
                "router start with restore, s",
                size.rounds().stream().map(FanOutRound::startSeconds).toList());
        table.ratio("fan-out / raw records", size.timesRawRecords());
        table.ratio("fan-out / raw batches, by recipients", size.timesRawBatches());
        table.ratio("cpu of a raw record / of a recipient", size.recipientsForCpuOfRawRecord());
        size.rivals().forEach(rival -> print(table, rival));
        if (size.skipped() != null) {
            console.out().println("  " + size.skipped());
        }
        Audit audit = size.audit();
        console.out()
                .printf(
                        Locale.ROOT,
                        "  checked by set: %d missed, %d doubled, %d strangers; %d small alerts together: p50 %.1f ms, p99 %.1f ms%n",
                        audit.missed(),
                        audit.doubled(),
                        audit.strangers(),
                        size.rounds().stream()
                                .mapToInt(round -> round.smallMillis().size())
                                .sum(),
                        size.smallP50Millis(),
                        size.smallP99Millis());
    }

    private static void print(Table table, RivalResult rival) {
        table.whole(rival.name() + ", recipients/s", rival.recipientsPerSecond());
        table.hundredths("  cpu of each, us", rival.cpuMicros());
        table.tenths("  to 100, p50 ms", rival.smallQuantiles(0.5));
        table.tenths("  to 100, p99 ms", rival.smallQuantiles(0.99));
        table.ratio("fan-out / " + rival.name(), rival.timesThis());
    }

    /** What is written. */
    record Result(List<SizeResult> sizes) {}
}
