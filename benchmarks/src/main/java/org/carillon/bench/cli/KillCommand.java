package org.carillon.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Random;
import java.util.concurrent.Callable;
import org.carillon.bench.broker.WorkFolder;
import org.carillon.bench.kill.KillProof;
import org.carillon.bench.kill.KillReport;
import org.carillon.bench.kill.KillRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench kill}: nobody missed, nobody doubled, whenever the hub is killed. */
@Command(
        name = "kill",
        description = "Kills the hub at random moments of a fan-out and counts who was missed or doubled.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class KillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "20", description = "Kills (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--residents",
            paramLabel = "N",
            defaultValue = "500",
            description = "Residents who subscribe (default: ${DEFAULT-VALUE}).")
    private int residents;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "28080",
            description = "Public port of the hub that is killed.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (WorkFolder folder = WorkFolder.create()) {
            KillReport report = new KillProof(residents, runs, port, new Random(), line -> {
                        out.println(line);
                        out.flush();
                    })
                    .run(folder.path());
            out.println((report.clean() ? "CLEAN" : "NOT CLEAN") + ": "
                    + report.runs().size() + " kills, "
                    + report.runs().stream().mapToInt(KillRun::missed).sum() + " missed, "
                    + report.runs().stream().mapToInt(KillRun::doubled).sum() + " doubled; stopped in "
                    + report.stopMs()
                    + " ms");
            out.flush();
            return report.clean() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
