package org.carillon.bench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.carillon.bench.broker.Cluster;
import org.carillon.schemas.alert.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Two routers and three brokers: one of each is killed while alerts go out and subscriptions change, both are started again, and
 * everybody is checked; then both routers are restarted one after the other, and a third one joins.
 */
public final class ClusterProof {
    private static final int ALERTS_AT_ONCE = 3;
    private static final long PATIENCE_SECONDS = 300;

    private final Settings settings;
    private final Random random;
    private final Consumer<String> say;

    /** How much is done; {@code properties} of Kafka Streams are in place of the router's own. */
    public record Settings(int subscriptions, int changes, int runs, String heap, Map<String, String> properties) {
        public Settings {
            properties = Map.copyOf(properties);
        }
    }

    /** All runs, and everything checked once more at the end. */
    public record Report(Settings settings, long undisturbedMs, List<ClusterRun> runs, Findings findings) {
        public Report {
            runs = List.copyOf(runs);
        }
    }

    public ClusterProof(Settings settings, Random random, Consumer<String> say) {
        this.settings = settings;
        this.random = random;
        this.say = say;
    }

    /** Runs it in an empty folder. */
    public Report run(Path folder) throws IOException, InterruptedException {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), Map.of())) {
            Stage stage = Stage.open(
                    cluster.clients(),
                    new Stage.Plan(settings.subscriptions(), settings.changes(), PATIENCE_SECONDS),
                    random);
            List<ClusterRun> runs = new ArrayList<>();
            long undisturbed;
            try (Instance first = instance(cluster, folder, 0);
                    Instance second = instance(cluster, folder, 1);
                    Instance third = instance(cluster, folder, 2)) {
                List<Instance> routers = List.of(first, second);
                first.launch();
                second.launch();
                first.awaitRunning();
                second.awaitRunning();
                play(stage, runs, "nothing", Lane.ROUTINE, 1000, alerts -> null);
                // The second one says how long there is to kill: the routers are warm.
                undisturbed = play(stage, runs, "nothing", Lane.URGENT, 1000, alerts -> null);
                for (int run = 0; run < settings.runs(); run++) {
                    Instance router = routers.get(run % 2);
                    int broker = random.nextInt(Cluster.NODES);
                    long soon = random.nextLong(Math.max(1, undisturbed));
                    long then = random.nextLong(Math.max(1, undisturbed));
                    boolean routerFirst = random.nextBoolean();
                    Lane lane = run % 2 == 0 ? Lane.URGENT : Lane.ROUTINE;
                    play(stage, runs, "router and broker " + (broker + 1) + " killed", lane, undisturbed, alerts -> {
                        TimeUnit.MILLISECONDS.sleep(soon);
                        Moment killedAt = Moment.now();
                        kill(cluster, routerFirst ? -1 : broker, router);
                        TimeUnit.MILLISECONDS.sleep(then);
                        kill(cluster, routerFirst ? broker : -1, router);
                        TimeUnit.MILLISECONDS.sleep(random.nextLong(12_000));
                        cluster.restart(broker);
                        router.start();
                        return killedAt;
                    });
                    cluster.awaitHealthy();
                }
                play(stage, runs, "both routers restarted in turn", Lane.ROUTINE, undisturbed, alerts -> {
                    for (Instance router : routers) {
                        router.stop();
                        router.start();
                    }
                    return null;
                });
                play(stage, runs, "a third router joined", Lane.ROUTINE, undisturbed, alerts -> {
                    third.start();
                    return null;
                });
                routers.forEach(Instance::check);
            }
            return new Report(settings, undisturbed, runs, stage.closeAndCheck());
        }
    }

    /** What is done to the processes; when the first was killed, or null. */
    private interface Deed {
        @Nullable
        Moment happen(List<Received> alerts) throws IOException, InterruptedException;
    }

    private long play(Stage stage, List<ClusterRun> runs, String what, Lane lane, long spreadMillis, Deed deed)
            throws IOException, InterruptedException {
        AtomicReference<@Nullable Moment> killed = new AtomicReference<>();
        Stage.Act act = stage.play(ALERTS_AT_ONCE, lane, spreadMillis, alerts -> killed.set(deed.happen(alerts)));
        ClusterRun run = new ClusterRun(what, lane, stall(act, killed.get()), act.millis(), act.changes(), act.check());
        runs.add(run);
        say.accept(run.toString());
        return act.millis();
    }

    private static long stall(Stage.Act act, @Nullable Moment killedAt) {
        return killedAt == null
                ? -1
                : act.alerts().stream().mapToLong(killedAt::untilSlowest).max().orElse(-1);
    }

    private static void kill(Cluster cluster, int broker, Instance router) throws InterruptedException {
        if (broker < 0) {
            router.kill();
        } else {
            cluster.kill(broker);
        }
    }

    private Instance instance(Cluster cluster, Path folder, int number) {
        return new Instance(
                cluster.clients(),
                folder,
                "router-" + number,
                new Instance.Settings(List.of(settings.heap()), settings.properties()));
    }
}
