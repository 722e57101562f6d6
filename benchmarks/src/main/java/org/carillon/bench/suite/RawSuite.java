package org.carillon.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.raw.RawKafka;
import org.carillon.bench.raw.RawRound;
import org.carillon.bench.raw.Transfer;
import org.carillon.bench.report.Stats;
import org.carillon.bench.report.Table;

/** {@code bench raw}. */
public final class RawSuite {
    private final Scale scale;
    private final Console console;

    public RawSuite(Scale scale, Console console) {
        this.scale = scale;
        this.console = console;
    }

    /** Runs it and writes the result. */
    public void run() throws IOException {
        Console.Started started = console.start("raw");
        try (WorkFolder folder = WorkFolder.create();
                BrokerProcess broker = BrokerProcess.start(folder.path().resolve("kafka"))) {
            RawKafka raw = new RawKafka(broker, scale.records());
            console.progress("raw: warm-up");
            raw.round();
            List<RawRound> rounds = new ArrayList<>();
            for (int round = 1; round <= scale.rounds(); round++) {
                console.progress("raw: round " + round + " of " + scale.rounds());
                rounds.add(raw.round());
            }
            Table table = new Table(console.out(), scale.rounds());
            table.head("raw Kafka");
            rows(table, raw.deliveryBytes(), raw.batchBytes(), rounds);
            console.finish(started, new Result(raw.deliveryBytes(), raw.batchBytes(), rounds, median(rounds)));
        }
    }

    static void rows(Table table, double recordBytes, double batchBytes, List<RawRound> rounds) {
        table.whole(
                "%.0f-byte records, records/s".formatted(recordBytes),
                each(rounds, round -> round.records().perSecond()));
        table.hundredths(
                "  cpu of each, us", each(rounds, round -> round.records().cpuMicros()));
        table.whole(
                "%.0f-byte batches, batches/s".formatted(batchBytes),
                each(rounds, round -> round.batches().perSecond()));
        table.whole("  the same, recipients/s", each(rounds, RawRound::batchedRecipientsPerSecond));
        table.hundredths(
                "  cpu of each, us", each(rounds, round -> round.batches().cpuMicros()));
    }

    static RawRound median(List<RawRound> rounds) {
        return new RawRound(
                median(rounds.stream().map(RawRound::records)),
                median(rounds.stream().map(RawRound::batches)));
    }

    private static Transfer median(Stream<Transfer> transfers) {
        List<Transfer> all = transfers.toList();
        return new Transfer(
                Stats.median(all.stream().map(Transfer::perSecond).toList()),
                Stats.median(all.stream().map(Transfer::cpuMicros).toList()));
    }

    private static List<Double> each(List<RawRound> rounds, ToDoubleFunction<RawRound> figure) {
        return rounds.stream().map(figure::applyAsDouble).toList();
    }

    /** What is written. */
    record Result(double recordBytes, double batchBytes, List<RawRound> rounds, RawRound median) {}
}
