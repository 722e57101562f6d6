package org.carillon.hub.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.CityPackReader;
import org.carillon.schemas.city.CityPackResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code city check PACK}: all that is wrong with a city pack. */
@Command(
        name = "city",
        description = "City packs.",
        mixinStandardHelpOptions = true,
        subcommands = CityCommand.Check.class)
final class CityCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: check");
    }

    @Command(
            name = "check",
            description = "Says all that is wrong with a city pack, with file and line.",
            mixinStandardHelpOptions = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "PACK", description = "Folder of the pack.")
        private Path pack;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            CityPackResult result = new CityPackReader(Clock.systemUTC()).read(pack);
            result.warnings().forEach(problem -> out.println("warning: " + problem));
            return switch (result) {
                case CityPackResult.Loaded loaded -> {
                    CityPack city = loaded.pack();
                    out.println(pack + ": " + city.names().in("en") + ", "
                            + city.districts().size() + " districts, "
                            + city.languages().size() + " languages, "
                            + city.census().total() + " people: nothing is wrong");
                    yield ExitCode.OK;
                }
                case CityPackResult.Broken broken -> {
                    broken.problems().forEach(problem -> out.println("error: " + problem));
                    out.println(pack + ": " + broken.problems().size() + " errors");
                    yield ExitCode.SOFTWARE;
                }
            };
        }
    }
}
