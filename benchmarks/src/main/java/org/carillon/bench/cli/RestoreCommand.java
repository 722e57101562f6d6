package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.RestoreSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench restore}. */
@Command(
        name = "restore",
        description =
                "Seconds until the router runs: without subscriptions, with wiped state, after a kill in a fan-out.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean clean = new RestoreSuite(options.scale(spec, RestoreSuite.SIZES), options.console(spec)).run();
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
