package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.LatencySuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench latency}. */
@Command(
        name = "latency",
        description = "A small alert, from the audience query and from the approval's HTTP request to the last batch.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class LatencyCommand implements Callable<Integer> {
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
            description = "Subscriptions, a hundred of which are meant (default: ${DEFAULT-VALUE}).")
    private int subscriptions;

    @Option(
            names = "--residents",
            paramLabel = "N",
            defaultValue = "100",
            description = "Residents with a telephone, whom an approved alert is for (default: ${DEFAULT-VALUE}).")
    private int residents;

    @Option(
            names = "--alerts",
            paramLabel = "N",
            defaultValue = "60",
            description = "Alerts of each kind in each round (default: ${DEFAULT-VALUE}).")
    private int alerts;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "28080",
            description = "Public port of the hub (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean clean = new LatencySuite(
                        output.console(spec), rounds.count(spec), subscriptions, residents, alerts, port)
                .run();
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
