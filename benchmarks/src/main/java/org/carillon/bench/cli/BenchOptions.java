package org.carillon.bench.cli;

import java.util.List;
import org.carillon.bench.suite.Console;
import org.carillon.bench.suite.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that all benchmarks share: with smaller numbers than the defaults there is a short form. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class BenchOptions {
    @Mixin
    private BenchOutput output;

    @Mixin
    private BenchRounds rounds;

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

    Scale scale(CommandSpec spec, List<Integer> sizes) {
        try {
            return new Scale(
                    rounds.count(spec), records, subscriptions == null ? sizes : subscriptions, alerts, smallAlerts);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    Console console(CommandSpec spec) {
        return output.console(spec);
    }
}
