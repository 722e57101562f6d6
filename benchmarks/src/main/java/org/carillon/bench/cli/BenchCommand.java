package org.carillon.bench.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench}: all measurements as they are by default, one after the other; the proofs have to be asked for. */
@Command(
        name = "carillon bench",
        description =
                "Measures this machine's Kafka and the hub against it. Without a name: every measurement, for about"
                        + " an hour; the proofs (kill, crash, soak) only by name.",
        synopsisSubcommandLabel = "[NAME]",
        mixinStandardHelpOptions = true,
        subcommands = {
            RawCommand.class,
            FanOutCommand.class,
            LatencyCommand.class,
            PreemptCommand.class,
            RestoreCommand.class,
            SizeCommand.class,
            ScaleCommand.class,
            MatchCommand.class,
            KillCommand.class,
            CrashCommand.class,
            SoakCommand.class
        },
        footer = {"", "Exit codes: 0 done, 1 failed or somebody missed or doubled, 2 wrong usage."})
@SuppressWarnings("NullAway.Init") // set by picocli
final class BenchCommand implements Callable<Integer> {
    private static final List<String> MEASUREMENTS =
            List.of("raw", "fanout", "latency", "preempt", "restore", "size", "scale", "match");

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOutput output;

    @Override
    public Integer call() {
        boolean clean = true;
        for (String name : MEASUREMENTS) {
            CommandLine measurement =
                    Objects.requireNonNull(spec.commandLine().getSubcommands().get(name), name);
            clean &= measurement.execute("--results=" + output.results()) == ExitCode.OK;
        }
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
