package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.FanOutSuite;
import org.carillon.bench.suite.RawSuite;
import org.carillon.bench.suite.RestoreSuite;
import org.carillon.bench.suite.SizeSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench}: all benchmarks, one after the other. */
@Command(
        name = "carillon bench",
        description = "Measures this machine's Kafka and the hub against it. Without a name: everything.",
        synopsisSubcommandLabel = "[NAME]",
        mixinStandardHelpOptions = true,
        subcommands = {
            RawCommand.class,
            FanOutCommand.class,
            LatencyCommand.class,
            PreemptCommand.class,
            RestoreCommand.class,
            SizeCommand.class,
            MatchCommand.class,
            KillCommand.class,
            CrashCommand.class,
            SoakCommand.class,
            ScaleCommand.class
        },
        footer = {"", "Exit codes: 0 done, 1 failed or somebody missed or doubled, 2 wrong usage."})
@SuppressWarnings("NullAway.Init") // set by picocli
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        new RawSuite(options.scale(spec, FanOutSuite.SIZES), options.console(spec)).run();
        boolean clean = new FanOutSuite(options.scale(spec, FanOutSuite.SIZES), true, options.console(spec)).run();
        clean &= new RestoreSuite(options.scale(spec, RestoreSuite.SIZES), options.console(spec)).run();
        clean &= new SizeSuite(options.scale(spec, SizeSuite.SIZES), options.console(spec)).run();
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
