package org.carillon.bench.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How many rounds there are. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class BenchRounds {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds; one more comes first and does not count (default: ${DEFAULT-VALUE}).")
    private int rounds;

    int count(CommandSpec spec) {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "rounds are at least 1");
        }
        return rounds;
    }
}
