package org.carillon.bench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.carillon.bench.broker.Cluster;
import org.carillon.schemas.alert.Lane;

/**
 * Alert after alert while brokers are killed, stopped, frozen and cut off, and forget producers that are silent for seconds: all
 * that makes a broker refuse a batch as out of sequence (KAFKA-18202) while later ones are already on their way.
 */
public final class SoakProof {
    private static final int ALERTS_AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 300;
    private static final int CUTS = 12;
    private static final long FROZEN_MILLIS = 4_000;

    private final Settings settings;
    private final Random random;
    private final Consumer<String> say;

    /** How long, and how much. */
    public record Settings(int subscriptions, int changes, Duration duration, String heap) {}

    /**
     * The whole of it.
     *
     * @param alerts that went out
     * @param restartedRouters routers that gave up by themselves and were started again
     * @param outOfOrder batches that brokers refused as out of sequence: that the conditions were there
     */
    public record Report(
            Settings settings, int alerts, int deeds, int restartedRouters, long outOfOrder, Findings findings) {}

    public SoakProof(Settings settings, Random random, Consumer<String> say) {
        this.settings = settings;
        this.random = random;
        this.say = say;
    }

    /** Runs it in an empty folder. */
    public Report run(Path folder) throws IOException, InterruptedException {
        Map<String, String> forgetful = Map.of(
                "producer.id.expiration.ms", "3000",
                "producer.id.expiration.check.interval.ms", "1000",
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500");
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), forgetful)) {
            Stage stage = Stage.open(
                    cluster.clients(),
                    new Stage.Plan(settings.subscriptions(), settings.changes(), PATIENCE_SECONDS),
                    random);
            int rounds = 0;
            int restarted = 0;
            try (Instance first = instance(cluster, folder, 0);
                    Instance second = instance(cluster, folder, 1)) {
                List<Instance> routers = List.of(first, second);
                first.launch();
                second.launch();
                first.awaitRunning();
                second.awaitRunning();
                long end = System.nanoTime() + settings.duration().toNanos();
                while (System.nanoTime() - end < 0) {
                    Lane lane = rounds % 2 == 0 ? Lane.URGENT : Lane.ROUTINE;
                    int deed = rounds % Deed.values().length;
                    rounds++;
                    int[] gaveUp = {0};
                    Stage.Act act = stage.play(ALERTS_AT_ONCE, lane, 2000, alerts -> {
                        happen(Deed.values()[deed], cluster);
                        while (alerts.stream().anyMatch(alert -> !alert.ended())) {
                            gaveUp[0] += revive(routers);
                            TimeUnit.MILLISECONDS.sleep(100);
                        }
                    });
                    restarted += gaveUp[0];
                    say.accept(Deed.values()[deed] + ": " + act.millis() + " ms, " + act.check() + ", routers revived: "
                            + gaveUp[0]);
                    cluster.awaitHealthy();
                }
            }
            return new Report(
                    settings,
                    rounds * ALERTS_AT_ONCE,
                    rounds,
                    restarted,
                    cluster.logged("OutOfOrderSequenceException"),
                    stage.closeAndCheck());
        }
    }

    /** What brokers suffer. */
    private enum Deed {
        CUT,
        FREEZE,
        KILL,
        STOP
    }

    private void happen(Deed deed, Cluster cluster) throws IOException, InterruptedException {
        int broker = random.nextInt(Cluster.NODES);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
        switch (deed) {
            case CUT -> {
                for (int i = 0; i < CUTS; i++) {
                    cluster.cut(random.nextInt(Cluster.NODES));
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                }
            }
            case FREEZE -> cluster.freeze(broker, FROZEN_MILLIS);
            case KILL -> {
                cluster.kill(broker);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(5000));
                cluster.restart(broker);
            }
            case STOP -> {
                cluster.stop(broker);
                cluster.restart(broker);
            }
        }
    }

    /** As whatever supervises a router would; how many it were. */
    private static int revive(List<Instance> routers) throws IOException, InterruptedException {
        int revived = 0;
        for (Instance router : routers) {
            if (router.gaveUp()) {
                router.kill();
                router.start();
                revived++;
            }
        }
        return revived;
    }

    private Instance instance(Cluster cluster, Path folder, int number) {
        return new Instance(
                cluster.clients(),
                folder,
                "router-" + number,
                new Instance.Settings(List.of(settings.heap()), Map.of()));
    }
}
