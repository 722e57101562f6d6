package org.carillon.bench.restore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.bench.fanout.AlertSender;
import org.carillon.bench.fanout.BatchReader;
import org.carillon.bench.fanout.BenchCity;
import org.carillon.bench.fanout.Deliveries;
import org.carillon.bench.fanout.Delivery;
import org.carillon.bench.fanout.Form;
import org.carillon.bench.fanout.Population;
import org.carillon.bench.fanout.Recipients;
import org.carillon.bench.fanout.SubscriptionLoader;
import org.carillon.bench.router.RouterProcess;
import org.carillon.schemas.alert.AlertId;

/** Starts routers, one after the other: on a broker without subscriptions, and on one that holds them. */
public final class RestoreBench implements AutoCloseable {
    private static final String INSTANCE = "router-0";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** It is killed when this part of the recipients has been read. */
    private static final int KILLED_AFTER = 10;

    private final BrokerProcess loaded;
    private final BrokerProcess empty;
    private final Path folder;
    private final Population population;
    private final Recipients everybody;
    private final AlertSender sender;
    private int rounds;

    /**
     * Prepares it; nothing is loaded yet.
     *
     * @param loaded the broker that gets the subscriptions
     * @param empty the one that gets none
     */
    public RestoreBench(
            BrokerProcess loaded, BrokerProcess empty, Path folder, int subscriptions, InstantSource clock) {
        this.loaded = loaded;
        this.empty = empty;
        this.folder = folder;
        this.population = new Population(subscriptions);
        this.everybody = population.everybody();
        this.sender = new AlertSender(loaded.clients(), clock);
    }

    /** Writes the subscriptions; to be called once. */
    public void load() throws InterruptedException {
        SubscriptionLoader.load(loaded.clients(), population);
    }

    /** Measures the plain consumer, the empty start, the wiped one and the one after a kill. */
    public RestoreRound round() throws IOException, InterruptedException {
        int round = rounds++;
        double readPerSecond = AudienceDrain.recordsPerSecond(loaded.clients(), population.size());
        double emptySeconds;
        try (RouterProcess router = start(empty, folder.resolve("empty-" + round))) {
            emptySeconds = router.startSeconds();
        }
        Path state = folder.resolve("state-" + round);
        double wipedSeconds;
        double killedSeconds;
        int readBeforeKill;
        Deliveries deliveries;
        try (BatchReader reader = BatchReader.start(loaded.clients())) {
            deliveries = new Deliveries(reader, Form.BATCHES, () -> 0);
            AlertId alertId = sender.nextId();
            Delivery delivery = deliveries.expect(alertId, everybody);
            try (RouterProcess router = start(loaded, state)) {
                wipedSeconds = router.startSeconds();
                sender.send(alertId, BenchCity.everybody());
                readBeforeKill = awaitSome(delivery);
                router.kill();
            }
            try (RouterProcess router = start(loaded, state)) {
                killedSeconds = router.startSeconds();
                delivery.await();
            }
        }
        return new RestoreRound(
                readPerSecond, emptySeconds, wipedSeconds, killedSeconds, readBeforeKill, deliveries.audit());
    }

    private RouterProcess start(BrokerProcess broker, Path state) throws IOException, InterruptedException {
        return RouterProcess.start(
                broker.clients(), state, INSTANCE, List.of("-Xmx" + RouterProcess.heapFor(population.size())));
    }

    private int awaitSome(Delivery delivery) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (delivery.read() < population.size() / KILLED_AFTER) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimedOutException("nothing of the fan-out was read in " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return delivery.read();
    }

    @Override
    public void close() {
        sender.close();
    }
}
