package org.carillon.bench.fanout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.fanout.Deliveries.Delivered;
import org.carillon.bench.raw.RawKafka;
import org.carillon.bench.raw.RawRound;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.AudienceQuery.Match;

/**
 * Fan-out at one number of subscriptions, on a broker that holds nothing else. The router is stopped while Kafka is measured
 * raw: an idle one looks at its cursors every millisecond, which would take from the limit that it is compared with.
 */
public final class FanOutBench implements AutoCloseable {
    private final BrokerProcess broker;
    private final RawKafka raw;
    private final Population population;
    private final Path stateDir;
    private final int alerts;
    private final int smallAlerts;
    private final Recipients everybody;
    private final Recipients hamlet;
    private final AlertSender sender;
    private final List<Rival> rivals;

    /**
     * @param alerts to everybody, in each round
     * @param smallAlerts to a hundred, in each round
     * @param rivals measured in the same rounds; closed by whom they belong to
     */
    public FanOutBench(
            BrokerProcess broker,
            RawKafka raw,
            Path stateDir,
            int subscriptions,
            int alerts,
            int smallAlerts,
            List<Rival> rivals,
            InstantSource clock) {
        this.broker = broker;
        this.raw = raw;
        this.population = new Population(subscriptions);
        this.stateDir = stateDir;
        this.alerts = alerts;
        this.smallAlerts = smallAlerts;
        this.rivals = List.copyOf(rivals);
        this.sender = new AlertSender(broker.clients(), clock);
        this.everybody = population.everybody();
        this.hamlet = population.hamlet();
    }

    /** Writes the subscriptions to the topic that feeds the index, and hands them to the others; to be called once. */
    public void load() throws IOException, InterruptedException {
        SubscriptionLoader.load(broker.clients(), population);
        for (Rival rival : rivals) {
            rival.load(population);
        }
    }

    /** Measures Kafka raw, then the router and then the others. */
    public FanOutRound round() throws IOException, InterruptedException {
        RawRound limit = raw.round();
        List<Double> rates = new ArrayList<>();
        List<Double> cpuMicros = new ArrayList<>();
        List<Double> small = new ArrayList<>();
        double startSeconds;
        Deliveries deliveries;
        try (BatchReader reader = BatchReader.start(broker.clients())) {
            deliveries = new Deliveries(reader, Form.BATCHES, broker::cpuNanos);
            try (RouterUnderTest router = RouterUnderTest.start(broker.clients(), stateDir)) {
                startSeconds = router.startSeconds();
                shoot(deliveries, sender::send, 1, rates, cpuMicros, small);
            }
        }
        List<RivalRound> others = new ArrayList<>();
        for (Rival rival : rivals) {
            others.add(round(rival));
        }
        return new FanOutRound(
                limit,
                startSeconds,
                rates,
                cpuMicros,
                deliveries.recipientsPerBatch(),
                small,
                deliveries.audit(),
                others);
    }

    private RivalRound round(Rival rival) throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Double> cpuMicros = new ArrayList<>();
        List<Double> small = new ArrayList<>();
        Deliveries deliveries;
        rival.wake();
        try (BatchReader reader = BatchReader.start(broker.clients(), List.of(rival.topic()))) {
            deliveries = new Deliveries(reader, rival.form(), () -> broker.cpuNanos() + rival.cpuNanos());
            shoot(deliveries, rival::send, rival.fewer(), rates, cpuMicros, small);
        } finally {
            rival.rest();
        }
        return new RivalRound(
                rival.name(), rates, cpuMicros, deliveries.recipientsPerBatch(), small, deliveries.audit());
    }

    /** One alert that does not count, then those to everybody, then the small ones. */
    private void shoot(
            Deliveries deliveries, Shot shot, int fewer, List<Double> rates, List<Double> cpuMicros, List<Double> small)
            throws InterruptedException {
        Deliveries.Sending toAll = id -> shot.send(id, BenchCity.everybody());
        deliveries.deliver(sender.nextId(), everybody, toAll);
        for (int i = 0; i < Math.max(1, alerts / fewer); i++) {
            Delivered delivered = deliveries.deliver(sender.nextId(), everybody, toAll);
            rates.add(delivered.perSecond(everybody));
            cpuMicros.add(delivered.cpuMicros(everybody));
        }
        Match match = BenchCity.only(BenchCity.HAMLET);
        for (int i = 0; i < Math.max(1, smallAlerts / fewer); i++) {
            small.add(deliveries
                    .deliver(sender.nextId(), hamlet, id -> shot.send(id, match))
                    .millis());
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    /** How an alert is fanned out. */
    private interface Shot {
        void send(AlertId alertId, Match match) throws InterruptedException;
    }
}
