package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.FanOutSuite;
import org.carillon.bench.suite.RawSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench raw}. */
@Command(
        name = "raw",
        description = "What Kafka moves by itself: transactional produce and committed read at the same time.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class RawCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException {
        new RawSuite(options.scale(spec, FanOutSuite.SIZES), options.console(spec)).run();
        return ExitCode.OK;
    }
}
