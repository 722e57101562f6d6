package org.carillon.bench.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.carillon.bench.suite.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that every benchmark has. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class BenchOutput {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds; one more comes first and does not count (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "${sys:carillon.bench.results:-benchmarks/results}",
            description = "Folder for the JSON file (default: ${DEFAULT-VALUE}).")
    private Path results;

    int rounds(CommandSpec spec) {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "rounds are at least 1");
        }
        return rounds;
    }

    Console console(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), results, InstantSource.system());
    }
}
