package org.carillon.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.bench.fanout.AlertSender;
import org.carillon.bench.fanout.Audit;
import org.carillon.bench.fanout.BatchReader;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.bench.fanout.Delivery;
import org.carillon.bench.fanout.Population;
import org.carillon.bench.fanout.SubscriptionLoader;
import org.carillon.bench.report.Stats;
import org.carillon.bench.router.RouterProcess;
import org.carillon.router.config.StreamsSettings;
import org.carillon.schemas.topic.Topics;

/**
 * One router against two, each held to the same share of a core, so that broker and reader have more than they need and are not the
 * limit. Routers warm up without the limit: it is not the just-in-time compiler that is measured.
 */
public final class ScaleBench {
    private static final long PATIENCE_SECONDS = 120;
    /** Partitions go to a router that joins at once, not when its copy has caught up: only the shared state is measured. */
    private static final String RECOVERY_LAG = "acceptable.recovery.lag";

    private final Settings settings;
    private final Consumer<String> say;
    private final List<Delivery> deliveries = new ArrayList<>();

    /**
     * How much is measured.
     *
     * @param percent of a core for each router
     * @param warmUps alerts without the limit before those that count: the second router's compiler has just begun
     * @param alerts that count, with one and with two routers, in each round
     * @param standbys copies of each partition's state at other routers
     */
    public record Settings(
            int subscriptions, int rounds, int warmUps, int alerts, int percent, int standbys, String heap) {}

    /** All rounds, and everybody checked. */
    public record Report(Settings settings, List<ScaleRound> rounds, Audit audit) {
        public Report {
            rounds = List.copyOf(rounds);
        }

        /** Of the medians. */
        public double times() {
            return Stats.median(rounds.stream().map(ScaleRound::two).toList())
                    / Stats.median(rounds.stream().map(ScaleRound::one).toList());
        }
    }

    /** Recipients a second, and the cores that all but the routers used. */
    private record Rate(double perSecond, double others) {}

    public ScaleBench(Settings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    /**
     * Runs it in an empty folder.
     *
     * @throws IllegalStateException where this machine lets us set no limit
     */
    public Report run(Path folder) throws IOException, InterruptedException {
        Population population = new Population(settings.subscriptions());
        List<ScaleRound> rounds = new ArrayList<>();
        try (CpuLimit first = limit("carillon-scale-1");
                CpuLimit second = limit("carillon-scale-2");
                BrokerProcess broker = BrokerProcess.start(folder.resolve("kafka"))) {
            SubscriptionLoader.load(broker.clients(), population);
            try (RouterProcess router = launch(broker, folder, 0);
                    BatchReader reader = BatchReader.start(broker.clients());
                    AlertSender sender = new AlertSender(broker.clients(), InstantSource.system())) {
                router.awaitRunning();
                Alerts alerts = new Alerts(broker, reader, sender, population);
                for (int round = 0; round <= settings.rounds(); round++) {
                    ScaleRound done = round(folder, alerts, router, first, second);
                    say.accept((round == 0 ? "warm-up: " : "round " + round + ": ") + done);
                    if (round > 0) {
                        rounds.add(done);
                    }
                }
            }
            Audit audit = deliveries.stream().map(Delivery::audit).reduce(Audit.CLEAN, Audit::plus);
            return new Report(settings, rounds, audit);
        }
    }

    private ScaleRound round(Path folder, Alerts alerts, RouterProcess router, CpuLimit first, CpuLimit second)
            throws IOException, InterruptedException {
        awaitShared(alerts.broker, 1);
        warmUp(alerts);
        first.add(router.pid());
        Rate one = measure(alerts);
        first.release();
        long from = System.nanoTime();
        try (RouterProcess other = launch(alerts.broker, folder, 1)) {
            other.awaitRunning();
            awaitShared(alerts.broker, 2);
            double shared = (System.nanoTime() - from) / 1e9;
            warmUp(alerts);
            first.add(router.pid());
            second.add(other.pid());
            Rate two = measure(alerts);
            first.release();
            second.release();
            return new ScaleRound(one.perSecond(), two.perSecond(), one.others(), two.others(), shared);
        }
    }

    private void warmUp(Alerts alerts) throws InterruptedException {
        for (int i = 0; i < settings.warmUps(); i++) {
            deliver(alerts);
        }
    }

    private Rate measure(Alerts alerts) throws InterruptedException {
        // One that does not count: what is left of the share's first period.
        deliver(alerts);
        List<Double> rates = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < settings.alerts(); i++) {
            Rate rate = deliver(alerts);
            rates.add(rate.perSecond());
            others.add(rate.others());
        }
        return new Rate(Stats.median(rates), Stats.median(others));
    }

    private Rate deliver(Alerts alerts) throws InterruptedException {
        Delivery delivery = new Delivery(alerts.sender.nextId(), alerts.population.everybody());
        deliveries.add(delivery);
        alerts.reader.expect(delivery);
        long cpu = alerts.broker.cpuNanos();
        long from = System.nanoTime();
        alerts.sender.send(delivery.alertId(), BenchCity.everybody());
        long nanos = delivery.await() - from;
        double others = (double) (alerts.broker.cpuNanos() - cpu) / nanos;
        delivery.audit();
        return new Rate(settings.subscriptions() * 1e9 / nanos, others);
    }

    private RouterProcess launch(BrokerProcess broker, Path folder, int number) throws IOException {
        String id = "router-" + number;
        return RouterProcess.launch(
                broker.clients(),
                folder.resolve(id),
                id,
                List.of(settings.heap()),
                Map.of(
                        RECOVERY_LAG,
                        Long.toString(Long.MAX_VALUE),
                        "num.standby.replicas",
                        Integer.toString(settings.standbys())));
    }

    private CpuLimit limit(String name) {
        // A run that was killed leaves its groups behind.
        return CpuLimit.of(name + '-' + ProcessHandle.current().pid(), settings.percent())
                .orElseThrow(() -> new IllegalStateException(
                        "no control group can be made here: the share of a process cannot be limited"));
    }

    /** Returns when that many instances have an equal part of the audience each. */
    private static void awaitShared(BrokerProcess broker, int instances) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (Admin admin = broker.clients().admin()) {
            while (true) {
                Map<String, Long> parts =
                        admin
                                .describeConsumerGroups(List.of(StreamsSettings.APPLICATION_ID))
                                .all()
                                .get()
                                .values()
                                .stream()
                                .flatMap(group -> group.members().stream())
                                .collect(Collectors.groupingBy(
                                        ScaleBench::instance, Collectors.summingLong(ScaleBench::parts)));
                if (parts.size() == instances
                        && parts.values().stream().allMatch(part -> part == Topics.AUDIENCE_PARTITIONS / instances)) {
                    return;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new TimedOutException("partitions are not shared out: " + parts);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the routers' group cannot be read", e.getCause());
        }
    }

    /** Without the number of the thread. */
    private static String instance(MemberDescription member) {
        String name = member.groupInstanceId().orElse("");
        return name.substring(0, Math.max(0, name.lastIndexOf('-')));
    }

    private static long parts(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .filter(partition -> partition.topic().equals(Topics.AUDIENCE_QUERIES.name()))
                .count();
    }

    /** What an alert needs. */
    private record Alerts(BrokerProcess broker, BatchReader reader, AlertSender sender, Population population) {}
}
