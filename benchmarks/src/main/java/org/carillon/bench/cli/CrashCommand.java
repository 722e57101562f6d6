package org.carillon.bench.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.carillon.bench.crash.ClusterProof;
import org.carillon.bench.crash.CrashProof;
import org.carillon.bench.crash.CrashRun.Manner;
import org.carillon.bench.suite.ClusterSuite;
import org.carillon.bench.suite.Console;
import org.carillon.bench.suite.CrashSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench crash}: nobody missed, nobody doubled, whenever the router is killed. */
@Command(
        name = "crash",
        description =
                "Kills the router at random moments of a fan-out while subscriptions change, and checks everybody.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class CrashCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOutput output;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "20",
            description = "Kills of each manner (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--cluster",
            description =
                    "Two routers and three brokers instead of one of each: one of each is killed per run; then both routers"
                            + " are restarted in turn, and a third one joins.")
    private boolean cluster;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Runs with --cluster (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--manners",
            paramLabel = "M",
            split = ",",
            defaultValue = "SAME_STATE,WIPED",
            description = "What becomes of the killed router: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<Manner> manners;

    @Option(
            names = "--subscriptions",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Subscriptions, three quarters of which match (default: ${DEFAULT-VALUE}).")
    private int subscriptions;

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Subscriptions that change during each alert (default: ${DEFAULT-VALUE}).")
    private int changes;

    @Option(
            names = "--heap",
            paramLabel = "JVM",
            defaultValue = "-Xmx2g",
            description = "Heap of the router (default: ${DEFAULT-VALUE}).")
    private String heap;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A property of Kafka Streams in place of the router's own, to compare.")
    private Map<String, String> properties = Map.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console(spec);
        if (cluster) {
            ClusterProof.Settings several = new ClusterProof.Settings(subscriptions, changes, runs, heap, properties);
            return new ClusterSuite(several, new Random(), console).run() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        CrashProof.Settings settings =
                new CrashProof.Settings(subscriptions, changes, kills, manners, heap, properties);
        return new CrashSuite(settings, new Random(), console).run() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
