package org.carillon.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.Console;
import org.carillon.bench.suite.MatchSuite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench match}. */
@Command(
        name = "match",
        description = "1,870 published alerts against 2,126 published areas, in turn with a plain JTS tree.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class MatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOutput output;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "51",
            description = "Rounds (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "40",
            description = "Rounds before them, which do not count (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with match-benchmark and cap (default: ../shared/data beside the project).")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        Console console = output.console(spec);
        return suite(console).run() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private MatchSuite suite(Console console) {
        try {
            return new MatchSuite(data == null ? besideTheProject() : data, warmUp, rounds, console);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The start script names the project by its results folder; another place is named by {@code carillon.shared}. */
    private static Path besideTheProject() {
        String shared = System.getProperty("carillon.shared");
        return shared == null
                ? Path.of(System.getProperty("carillon.bench.results", "benchmarks/results"))
                        .resolve("../../../shared/data")
                        .toAbsolutePath()
                        .normalize()
                : Path.of(shared, "data");
    }
}
