package org.carillon.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Callable;
import org.carillon.bench.crash.SoakProof;
import org.carillon.bench.suite.Console;
import org.carillon.bench.suite.SoakSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench soak}: nobody missed, nobody doubled, while brokers refuse batches as out of sequence. */
@Command(
        name = "soak",
        description =
                "Alert after alert while brokers are killed, frozen and cut off and forget producers; checks everybody.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class SoakCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--subscriptions",
            paramLabel = "N",
            defaultValue = "300000",
            description = "Subscriptions, two thirds of which match (default: ${DEFAULT-VALUE}).")
    private int subscriptions;

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Subscriptions that change during each alert (default: ${DEFAULT-VALUE}).")
    private int changes;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "${sys:carillon.bench.results:-benchmarks/results}",
            description = "Folder for the JSON file (default: ${DEFAULT-VALUE}).")
    private Path results;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), results, InstantSource.system());
        SoakProof.Settings settings =
                new SoakProof.Settings(subscriptions, changes, Duration.ofMinutes(minutes), "-Xmx768m");
        return new SoakSuite(settings, new Random(), console).run() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
