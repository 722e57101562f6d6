package org.carillon.bench.suite;

import java.io.IOException;
import java.util.Random;
import org.carillon.bench.broker.Cluster;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.crash.ClusterProof;
import org.carillon.bench.crash.ClusterRun;

/** {@code bench crash --cluster}. */
public final class ClusterSuite {
    private final ClusterProof.Settings settings;
    private final Random random;
    private final Console console;

    public ClusterSuite(ClusterProof.Settings settings, Random random, Console console) {
        this.settings = settings;
        this.random = random;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether nobody was missed, doubled or told by mistake. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("crash-cluster");
        console.out()
                .println("Here: three brokers (" + Cluster.HEAP + " each) and two routers (" + settings.heap()
                        + " each), each a process of its own.");
        try (WorkFolder folder = WorkFolder.create()) {
            ClusterProof.Report report = new ClusterProof(settings, random, console::progress).run(folder.path());
            for (ClusterRun run : report.runs()) {
                console.out()
                        .printf(
                                "%-36s %-8s ended after %,7d ms, slowest partition went on after %,7d ms, %s%n",
                                run.what(), run.lane(), run.endedMs(), run.stallMs(), run.findings());
            }
            console.out()
                    .println(CrashSuite.verdict(
                            report.findings(), 3 * report.runs().size()));
            console.finish(started, report);
            return report.findings().clean();
        }
    }
}
