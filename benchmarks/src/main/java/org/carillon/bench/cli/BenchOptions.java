package org.carillon.bench.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.carillon.bench.suite.Console;
import org.carillon.bench.suite.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that all benchmarks share: with smaller numbers than the defaults there is a short form. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class BenchOptions {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds; one more comes first and does not count (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Records in each raw measurement (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(
            names = "--subscriptions",
            paramLabel = "N",
            split = ",",
            description = "Sizes at which it is measured (default: fanout 100000,1000000; restore 1000000; size"
                    + " 1000000,10000000).")
    private @Nullable List<Integer> subscriptions;

    @Option(
            names = "--alerts",
            paramLabel = "N",
            defaultValue = "5",
            description = "Alerts to everybody in each round (default: ${DEFAULT-VALUE}).")
    private int alerts;

    @Option(
            names = "--small-alerts",
            paramLabel = "N",
            defaultValue = "30",
            description = "Alerts to a hundred in each round (default: ${DEFAULT-VALUE}).")
    private int smallAlerts;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "${sys:carillon.bench.results:-benchmarks/results}",
            description = "Folder for the JSON file (default: ${DEFAULT-VALUE}).")
    private Path results;

    Scale scale(CommandSpec spec, List<Integer> sizes) {
        try {
            return new Scale(rounds, records, subscriptions == null ? sizes : subscriptions, alerts, smallAlerts);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    Console console(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), results, InstantSource.system());
    }
}
