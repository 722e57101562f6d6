package org.carillon.bench.suite;

import java.io.IOException;
import java.util.Locale;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.report.Table;
import org.carillon.bench.scale.ScaleBench;
import org.carillon.bench.scale.ScaleRound;

/** {@code bench scale}. */
public final class ScaleSuite {
    private final ScaleBench.Settings settings;
    private final Console console;

    public ScaleSuite(ScaleBench.Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Runs it and writes the result; returns whether everybody was in exactly one batch. */
    public boolean run() throws IOException, InterruptedException {
        Console.Started started = console.start("scale");
        console.out()
                .printf(
                        Locale.ROOT,
                        "Here: routers in processes of their own (%s), each held to %d %% of a core by a control group, %d standbys; broker and"
                                + " reader have the rest of the machine.%n",
                        settings.heap(),
                        settings.percent(),
                        settings.standbys());
        try (WorkFolder folder = WorkFolder.create()) {
            ScaleBench.Report report = new ScaleBench(settings, console::progress).run(folder.path());
            Table table = new Table(console.out(), report.rounds().size());
            table.head(String.format(Locale.ROOT, "%,d subscriptions", settings.subscriptions()));
            table.whole(
                    "one router, recipients/s",
                    report.rounds().stream().map(ScaleRound::one).toList());
            table.hundredths(
                    "  cores of broker and reader",
                    report.rounds().stream().map(ScaleRound::othersWithOne).toList());
            table.whole(
                    "two routers, recipients/s",
                    report.rounds().stream().map(ScaleRound::two).toList());
            table.hundredths(
                    "  cores of broker and reader",
                    report.rounds().stream().map(ScaleRound::othersWithTwo).toList());
            table.tenths(
                    "second router: start to shared, s",
                    report.rounds().stream().map(ScaleRound::sharedSeconds).toList());
            table.ratio("two / one", report.times());
            console.out()
                    .printf(
                            "  checked by set: %d missed, %d doubled, %d strangers%n",
                            report.audit().missed(),
                            report.audit().doubled(),
                            report.audit().strangers());
            console.finish(started, report);
            return report.audit().clean();
        }
    }
}
