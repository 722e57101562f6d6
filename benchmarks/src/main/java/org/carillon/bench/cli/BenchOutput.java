package org.carillon.bench.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.carillon.bench.suite.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a result goes; every benchmark has it. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class BenchOutput {
    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "${sys:carillon.bench.results:-benchmarks/results}",
            description = "Folder for the JSON file (default: ${DEFAULT-VALUE}).")
    private Path results;

    Path results() {
        return results;
    }

    Console console(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), results, InstantSource.system());
    }
}
