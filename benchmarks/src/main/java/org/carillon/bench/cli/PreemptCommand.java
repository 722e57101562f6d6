package org.carillon.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.carillon.bench.suite.PreemptSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench preempt}. */
@Command(
        name = "preempt",
        description = "Extreme alerts to a thousand while a routine one goes to everybody.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class PreemptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOutput output;

    @Mixin
    private BenchRounds rounds;

    @Option(
            names = "--subscriptions",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "Subscriptions (default: ${DEFAULT-VALUE}).")
    private int subscriptions;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean clean = new PreemptSuite(output.console(spec), rounds.count(spec), subscriptions).run();
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
