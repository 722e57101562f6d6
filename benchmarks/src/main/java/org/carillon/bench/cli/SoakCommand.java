package org.carillon.bench.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.carillon.bench.crash.SoakProof;
import org.carillon.bench.suite.Console;
import org.carillon.bench.suite.SoakSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private BenchOutput output;

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

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console(spec);
        SoakProof.Settings settings =
                new SoakProof.Settings(subscriptions, changes, Duration.ofMinutes(minutes), "-Xmx768m");
        return new SoakSuite(settings, new Random(), console).run() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
