package org.carillon.bench.crash;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.bench.fanout.AlertSender;
import org.carillon.router.config.StreamsSettings;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.topic.Topics;

/** Where alerts go out while subscriptions change and something is done to the processes; everybody is checked afterwards. */
final class Stage implements AutoCloseable {
    private static final int STEPS = 100;
    private static final long CATCH_UP_SECONDS = 240;

    private final Clients clients;
    private final Plan plan;
    private final Town town;
    private final Watch watch;
    private final AlertSender sender;
    private final Random random;
    private final List<Act> acts = new ArrayList<>();

    /** How much of everything. */
    record Plan(int subscriptions, int changes, long patienceSeconds) {}

    /** What is done to the processes while alerts go out. */
    interface Disturbance {
        void happen(List<Received> alerts) throws IOException, InterruptedException;
    }

    /** The alerts of one run and whom they were meant for. */
    record Act(List<Received> alerts, Expected expected, long sentAt, long endedAt, int changes) {
        Findings check() {
            return alerts.stream().map(alert -> alert.check(expected)).reduce(Findings.CLEAN, Findings::plus);
        }

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(endedAt - sentAt);
        }
    }

    private Stage(Clients clients, Plan plan, Random random) throws InterruptedException {
        this.clients = clients;
        this.plan = plan;
        this.random = random;
        this.watch = Watch.start(clients);
        this.sender = new AlertSender(clients, InstantSource.system());
        this.town = new Town(clients, plan.subscriptions(), random);
    }

    /** With everybody in the audience topic. */
    static Stage open(Clients clients, Plan plan, Random random) throws InterruptedException {
        Stage stage = new Stage(clients, plan, random);
        stage.town.load();
        return stage;
    }

    Random random() {
        return random;
    }

    /**
     * Sends alerts to most of the town, changes subscriptions for about that long, and returns when all of it has gone out and the
     * disturbance is over.
     */
    Act play(int alerts, Lane lane, long spreadMillis, Disturbance disturbance)
            throws IOException, InterruptedException {
        awaitIndexed();
        List<Received> sent = new ArrayList<>();
        for (int i = 0; i < alerts; i++) {
            Received received = new Received(sender.nextId());
            watch.expect(received);
            sent.add(received);
        }
        List<Town.Change> thought = town.think(plan.changes());
        long sentAt = System.nanoTime();
        sent.forEach(received -> sender.send(received.alertId(), Resident.match(), lane));
        AtomicBoolean over = new AtomicBoolean();
        long endedAt = sentAt;
        try (ExecutorService churn = Executors.newSingleThreadExecutor()) {
            Future<List<Town.Change>> changing = churn.submit(change(thought, spreadMillis, over));
            try {
                disturbance.happen(sent);
                for (Received received : sent) {
                    endedAt = Math.max(endedAt, received.await(plan.patienceSeconds()));
                }
            } finally {
                over.set(true);
            }
            List<Town.Change> made = changing.get();
            Act act = new Act(sent, town.expected(made), sentAt, endedAt, made.size());
            acts.add(act);
            return act;
        } catch (ExecutionException e) {
            throw new IllegalStateException("subscriptions cannot be changed", e.getCause());
        }
    }

    /** Everything of all runs, late batches among it. */
    Findings closeAndCheck() {
        close();
        return acts.stream().map(Act::check).reduce(Findings.CLEAN, Findings::plus);
    }

    private Callable<List<Town.Change>> change(List<Town.Change> thought, long spreadMillis, AtomicBoolean over) {
        return () -> {
            List<Town.Change> made = new ArrayList<>();
            for (Town.Change change : thought) {
                if (over.get()) {
                    break;
                }
                town.write(change);
                made.add(change);
                if (made.size() % Math.max(1, thought.size() / STEPS) == 0) {
                    TimeUnit.MICROSECONDS.sleep(spreadMillis * 1000 / STEPS);
                }
            }
            town.flush();
            return made;
        };
    }

    /** Waits until the routers have taken all changes so far: before that, nobody can say whom an alert is meant for. */
    private void awaitIndexed() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> all = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.AUDIENCE.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CATCH_UP_SECONDS);
        try (Admin admin = clients.admin()) {
            while (!indexed(admin, all)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new TimedOutException(
                            "the routers have not taken all subscriptions after " + CATCH_UP_SECONDS + " s");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("offsets cannot be read", e.getCause());
        }
    }

    private static boolean indexed(Admin admin, Map<TopicPartition, OffsetSpec> partitions)
            throws ExecutionException, InterruptedException {
        var ends = admin.listOffsets(partitions).all().get();
        Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(StreamsSettings.APPLICATION_ID)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata at = taken.get(end.getKey());
            return at != null && at.offset() >= end.getValue().offset();
        });
    }

    @Override
    public void close() {
        town.close();
        sender.close();
        watch.close();
    }
}
