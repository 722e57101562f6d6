package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.FanOutSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench fanout}. */
@Command(
        name = "fanout",
        description =
                "From an audience query to the last committed batch, in turn with raw Kafka and with other ways to do it.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class FanOutCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--alone",
            description = "Without the other ways to fan out beside it: PostgreSQL with batches, and the naive scan.")
    private boolean alone;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean clean = new FanOutSuite(options.scale(spec, FanOutSuite.SIZES), !alone, options.console(spec)).run();
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
