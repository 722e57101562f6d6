package org.carillon.bench.suite;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.crash.CrashProof;
import org.carillon.bench.crash.CrashRun;
import org.carillon.bench.crash.CrashRun.Manner;
import org.carillon.bench.crash.Findings;
import org.carillon.bench.report.Stats;

/** {@code bench crash}. */
public final class CrashSuite {
    private final CrashProof.Settings settings;
    private final Random random;
    private final Console console;

    public CrashSuite(CrashProof.Settings settings, Random random, Console console) {
        this.settings = settings;
        this.random = random;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether nobody was missed, doubled or told by mistake. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("crash");
        console.out().println("The router that is killed is a process of its own (" + settings.heap() + ").");
        try (WorkFolder folder = WorkFolder.create()) {
            CrashProof.Report report = new CrashProof(settings, random, console::progress).run(folder.path());
            settings.manners().forEach(manner -> print(manner, report));
            Findings all = report.findings();
            console.out().println(verdict(all, report.runs().size() + 1));
            console.finish(started, report);
            return all.clean();
        }
    }

    static String verdict(Findings all, int alerts) {
        return String.format(
                Locale.ROOT,
                "%s: %d missed, %d doubled, %d strangers, %d wrong in %d alerts",
                all.clean() ? "CLEAN" : "NOT CLEAN",
                all.missed(),
                all.doubled(),
                all.strangers(),
                all.wrong(),
                alerts);
    }

    private void print(Manner manner, CrashProof.Report report) {
        List<CrashRun> runs = report.inTime(manner);
        List<Double> stalls = runs.stream().map(run -> run.stallMs() / 1e3).toList();
        List<Double> slowest = runs.stream().map(run -> run.slowestMs() / 1e3).toList();
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s: %d kills; stall until the next committed batch: median %.1f s, worst %.1f s; of the slowest partition:"
                                + " median %.1f s, worst %.1f s%n  each: %s%n",
                        manner,
                        runs.size(),
                        Stats.median(stalls),
                        Stats.quantile(stalls, 1),
                        Stats.median(slowest),
                        Stats.quantile(slowest, 1),
                        stalls.stream().map("%.1f"::formatted).toList());
    }
}
