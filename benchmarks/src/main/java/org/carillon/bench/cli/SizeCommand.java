package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.SizeSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench size}. */
@Command(
        name = "size",
        description = "An alert to ten thousand in two cities of different size; memory of each subscription.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class SizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean clean = new SizeSuite(options.scale(spec, SizeSuite.SIZES), options.console(spec)).run();
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
