package org.carillon.bench.suite;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.report.Machine;
import org.carillon.bench.report.Report;

/**
 * Where a benchmark says what it does and leaves its result.
 *
 * @param out takes the tables
 * @param progress takes what is only of interest while it runs
 * @param results folder of the JSON files
 */
public record Console(PrintWriter out, PrintWriter progress, Path results, InstantSource clock) {
    private static final double GIBIBYTE = 1 << 30;

    /** Says what is measured on; returns what {@link #finish} needs. */
    Started start(String benchmark) {
        return start(
                benchmark,
                "One broker in a process of its own (" + BrokerProcess.HEAP
                        + "); router, producers and consumers in this one");
    }

    /** The same where the processes are others; the heap of this one is added behind them. */
    Started start(String benchmark, String processes) {
        Machine machine = Machine.here();
        double load = Machine.load();
        out.printf(
                Locale.ROOT,
                "%s: Kafka %s, JDK %s, %d cores, %.1f GiB, %s %s, load %.1f%n",
                benchmark,
                machine.kafka(),
                machine.jdk(),
                machine.cores(),
                machine.memoryBytes() / GIBIBYTE,
                machine.os(),
                machine.kernel(),
                load);
        String arrangement = String.format(Locale.ROOT, "%s (-Xmx%dm).", processes, machine.maxHeapBytes() >> 20);
        out.println(arrangement);
        if (load > machine.cores() / 2.0) {
            out.println("The machine is busy with other work: the figures are too low, and their ratios are noisy.");
        }
        return new Started(benchmark, clock.instant(), machine, arrangement, load);
    }

    void progress(String what) {
        progress.println(what);
    }

    /** Writes the result and says where. */
    void finish(Started started, Object result) throws IOException {
        Duration took = Duration.between(started.at(), clock.instant());
        Report report = new Report(
                started.benchmark(),
                started.at(),
                Math.round(took.toSeconds() / 6.0) / 10.0,
                started.machine(),
                started.arrangement(),
                started.load(),
                Machine.load(),
                result);
        out.printf(
                Locale.ROOT,
                "load %.1f before, %.1f after; %.1f minutes; %s%n%n",
                started.load(),
                report.loadAfter(),
                report.minutes(),
                report.writeTo(results));
    }

    /** A benchmark that runs. */
    record Started(String benchmark, Instant at, Machine machine, String arrangement, double load) {}
}
