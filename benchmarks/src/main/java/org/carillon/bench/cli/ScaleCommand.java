package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.scale.ScaleBench;
import org.carillon.bench.suite.Console;
import org.carillon.bench.suite.ScaleSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench scale}: two routers against one. */
@Command(
        name = "scale",
        description = "Two routers against one, each held to the same share of a core.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class ScaleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOutput output;

    @Mixin
    private BenchRounds rounds;

    @Option(
            names = "--subscriptions",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Subscriptions, all of which match (default: ${DEFAULT-VALUE}).")
    private int subscriptions;

    @Option(
            names = "--alerts",
            paramLabel = "N",
            defaultValue = "7",
            description = "Alerts with one and with two routers in each round (default: ${DEFAULT-VALUE}).")
    private int alerts;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            defaultValue = "30",
            description = "Alerts before those (default: ${DEFAULT-VALUE}).")
    private int warmUps;

    @Option(
            names = "--standbys",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Copies of each partition's state at other routers: a single one has none (default: ${DEFAULT-VALUE}).")
    private int standbys;

    @Option(
            names = "--percent",
            paramLabel = "N",
            defaultValue = "30",
            description = "Of a core for each router (default: ${DEFAULT-VALUE}).")
    private int percent;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console(spec);
        ScaleBench.Settings settings = new ScaleBench.Settings(
                subscriptions, rounds.count(spec), warmUps, alerts, percent, standbys, "-Xmx1500m");
        return new ScaleSuite(settings, console).run() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
