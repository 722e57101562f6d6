package org.carillon.bench.fanout;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.raw.RawKafka;
import org.carillon.bench.raw.RawRound;
import org.carillon.schemas.audience.AudienceQuery.Match;

/**
 * Fan-out at one number of subscriptions, on a broker that holds nothing else. The router is stopped while Kafka is measured
 * raw: an idle one looks at its cursors every millisecond, which would take from the limit that it is compared with.
 */
public final class FanOutBench {
    private final BrokerProcess broker;
    private final RawKafka raw;
    private final Population population;
    private final Path stateDir;
    private final int alerts;
    private final int smallAlerts;
    private final InstantSource clock;
    private final Recipients everybody;
    private final Recipients hamlet;
    private final Random pauses = new Random(3);

    /**
     * @param alerts to everybody, in each round
     * @param smallAlerts to a hundred, in each round
     */
    public FanOutBench(
            BrokerProcess broker,
            RawKafka raw,
            Path stateDir,
            int subscriptions,
            int alerts,
            int smallAlerts,
            InstantSource clock) {
        this.broker = broker;
        this.raw = raw;
        this.population = new Population(subscriptions);
        this.stateDir = stateDir;
        this.alerts = alerts;
        this.smallAlerts = smallAlerts;
        this.clock = clock;
        this.everybody = population.everybody();
        this.hamlet = population.hamlet();
    }

    /** Writes the subscriptions to the topic that feeds the index; to be called once. */
    public void load() {
        population.load(broker.clients());
    }

    /** Measures Kafka raw and then the router. */
    public FanOutRound round() throws InterruptedException {
        RawRound limit = raw.round();
        List<Delivery> deliveries = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> cpuMicros = new ArrayList<>();
        List<Double> small = new ArrayList<>();
        double startSeconds;
        try (BatchReader reader = BatchReader.start(broker.clients());
                AlertSender sender = new AlertSender(broker.clients(), clock)) {
            try (RouterUnderTest router = RouterUnderTest.start(broker.clients(), stateDir)) {
                startSeconds = router.startSeconds();
                deliver(sender, reader, BenchCity.everybody(), everybody, deliveries);
                for (int i = 0; i < alerts; i++) {
                    Delivered delivered = deliver(sender, reader, BenchCity.everybody(), everybody, deliveries);
                    rates.add(population.size() / delivered.seconds());
                    cpuMicros.add(delivered.cpuNanos() / 1e3 / population.size());
                }
                for (int i = 0; i < smallAlerts; i++) {
                    small.add(1e3
                            * deliver(sender, reader, BenchCity.only(BenchCity.HAMLET), hamlet, deliveries)
                                    .seconds());
                }
            }
        }
        Audit audit = deliveries.stream().map(Delivery::audit).reduce(Audit.CLEAN, Audit::plus);
        return new FanOutRound(
                limit, startSeconds, rates, cpuMicros, deliveries.getFirst().recipientsPerBatch(), small, audit);
    }

    /** Sends one alert and waits until its last batch was read. */
    private Delivered deliver(
            AlertSender sender, BatchReader reader, Match match, Recipients expected, List<Delivery> deliveries)
            throws InterruptedException {
        Delivery delivery = new Delivery(sender.nextId(), expected);
        deliveries.add(delivery);
        reader.expect(delivery);
        // Not in step with any timer of the router's.
        TimeUnit.MILLISECONDS.sleep(20 + pauses.nextInt(80));
        long cpu = broker.cpuNanos();
        long start = System.nanoTime();
        sender.send(delivery.alertId(), match);
        long end = delivery.await();
        Delivered delivered = new Delivered((end - start) / 1e9, broker.cpuNanos() - cpu);
        delivery.audit();
        return delivered;
    }

    /** What one alert took, from its query to its last batch. */
    private record Delivered(double seconds, long cpuNanos) {}
}
