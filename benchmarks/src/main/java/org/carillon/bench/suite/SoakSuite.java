package org.carillon.bench.suite;

import java.io.IOException;
import java.util.Random;
import org.carillon.bench.broker.Cluster;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.crash.SoakProof;

/** {@code bench soak}. */
public final class SoakSuite {
    private final SoakProof.Settings settings;
    private final Random random;
    private final Console console;

    public SoakSuite(SoakProof.Settings settings, Random random, Console console) {
        this.settings = settings;
        this.random = random;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether nobody was missed, doubled or told by mistake. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("soak");
        console.out()
                .println("Here: three brokers (" + Cluster.HEAP + " each) and two routers (" + settings.heap()
                        + " each), each a process of its own.");
        try (WorkFolder folder = WorkFolder.create()) {
            SoakProof.Report report = new SoakProof(settings, random, console::progress).run(folder.path());
            console.out()
                    .println(CrashSuite.verdict(report.findings(), report.alerts()) + "; " + report.deeds()
                            + " disturbances, " + report.outOfOrder()
                            + " times a broker refused a batch as out of sequence, "
                            + report.restartedRouters() + " routers gave up and were started again");
            console.finish(started, report);
            return report.findings().clean();
        }
    }
}
