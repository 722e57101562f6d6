package org.carillon.bench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.crash.CrashRun.Manner;
import org.carillon.schemas.alert.Lane;

/**
 * Kills the router's process at random moments of a fan-out while subscriptions join, leave, move and change their language. Who
 * matched throughout must be in exactly one batch, who matched at no time in none, who changed in one at most.
 */
public final class CrashProof {
    private static final long PATIENCE_SECONDS = 240;

    private final Settings settings;
    private final Random random;
    private final Consumer<String> say;

    /**
     * How much is done.
     *
     * @param kills that find something left to cut; further ones that come too late are checked, too
     * @param changes of subscriptions during each alert
     * @param properties of Kafka Streams, in place of the router's own
     */
    public record Settings(
            int subscriptions,
            int changes,
            int kills,
            List<Manner> manners,
            String heap,
            Map<String, String> properties) {
        public Settings {
            manners = List.copyOf(manners);
            properties = Map.copyOf(properties);
        }
    }

    /** All kills, and everything checked once more at the end. */
    public record Report(Settings settings, long undisturbedMs, List<CrashRun> runs, Findings findings) {
        public Report {
            runs = List.copyOf(runs);
        }

        /** Those of one manner that found something left to cut. */
        public List<CrashRun> inTime(Manner manner) {
            return runs.stream()
                    .filter(run -> run.manner() == manner && run.inTime())
                    .toList();
        }
    }

    public CrashProof(Settings settings, Random random, Consumer<String> say) {
        this.settings = settings;
        this.random = random;
        this.say = say;
    }

    /** Runs it in an empty folder. */
    public Report run(Path folder) throws IOException, InterruptedException {
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("kafka"))) {
            Clients clients = broker.clients();
            Stage.Plan plan = new Stage.Plan(settings.subscriptions(), settings.changes(), PATIENCE_SECONDS);
            Stage stage = Stage.open(clients, plan, random);
            List<CrashRun> runs = new ArrayList<>();
            long undisturbed;
            try (Instance first = instance(clients, folder, 0);
                    Instance second = instance(clients, folder, 1)) {
                first.start();
                say.accept(settings.subscriptions() + " subscriptions are loaded");
                undisturbed = stage.play(1, Lane.URGENT, 1000, alerts -> {}).millis();
                say.accept("an undisturbed alert of a router that has just started takes " + undisturbed + " ms");
                for (Manner manner : settings.manners()) {
                    if (manner == Manner.TAKEN_OVER) {
                        second.start();
                    }
                    runs.addAll(kill(stage, manner, first, undisturbed));
                }
            }
            Findings all = stage.closeAndCheck();
            return new Report(settings, undisturbed, runs, all);
        }
    }

    private Instance instance(Clients clients, Path folder, int number) {
        return new Instance(
                clients,
                folder,
                "router-" + number,
                new Instance.Settings(List.of(settings.heap()), settings.properties()));
    }

    private List<CrashRun> kill(Stage stage, Manner manner, Instance victim, long undisturbed)
            throws IOException, InterruptedException {
        List<CrashRun> runs = new ArrayList<>();
        // Later alerts are faster, as the router is warm: a window in which nothing was left to cut shrinks.
        long window = undisturbed;
        int inTime = 0;
        while (inTime < settings.kills() && runs.size() < 3 * settings.kills()) {
            Lane lane = runs.size() % 2 == 0 ? Lane.URGENT : Lane.ROUTINE;
            CrashRun run = kill(stage, manner, lane, victim, random.nextLong(Math.max(1, window)));
            runs.add(run);
            if (run.inTime()) {
                inTime++;
            } else {
                window = Math.max(1, window * 4 / 5);
            }
            say.accept(manner + " " + inTime + " of " + settings.kills() + ": " + run);
        }
        return runs;
    }

    private CrashRun kill(Stage stage, Manner manner, Lane lane, Instance victim, long afterMillis)
            throws IOException, InterruptedException {
        Kill kill = new Kill();
        Stage.Act act = stage.play(1, lane, Math.max(200, 2 * afterMillis), alerts -> {
            TimeUnit.MILLISECONDS.sleep(afterMillis);
            victim.kill();
            kill.at = Moment.now();
            kill.told = alerts.getFirst().told();
            switch (manner) {
                case SAME_STATE -> kill.runningMs = restart(victim);
                case WIPED -> {
                    victim.wipe();
                    kill.runningMs = restart(victim);
                }
                case TAKEN_OVER -> alerts.getFirst().await(PATIENCE_SECONDS);
            }
        });
        if (manner == Manner.TAKEN_OVER) {
            kill.runningMs = restart(victim);
        }
        Received alert = act.alerts().getFirst();
        return new CrashRun(
                manner,
                lane,
                afterMillis,
                kill.told,
                kill.runningMs,
                kill.at.untilFirst(alert),
                kill.at.untilSlowest(alert),
                act.millis(),
                act.changes(),
                act.check());
    }

    private static long restart(Instance victim) throws IOException, InterruptedException {
        long from = System.nanoTime();
        victim.start();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    }

    /** What is known of one kill when it happens. */
    private static final class Kill {
        private Moment at = Moment.now();
        private int told;
        private long runningMs;
    }
}
