package org.carillon.bench.raw;

import java.util.Map;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.topic.TopicSpec;
import org.carillon.schemas.topic.Topics;

/**
 * What the machine's Kafka moves by itself: one transactional producer that commits every 100 ms, and at the same time a
 * consumer that reads what is committed, over as many partitions as the hub's batches have.
 */
public final class RawKafka {
    /** Records of a hundred recipients are fewer by this factor, so that both measurements last about as long. */
    static final int FEWER_BATCHES = 20;

    private final BrokerProcess broker;
    private final int records;
    private final Payloads deliveries = Payloads.deliveries();
    private final Payloads batches = Payloads.batches();
    private int topics;

    /** @param records of one recipient in each round */
    public RawKafka(BrokerProcess broker, int records) {
        this.broker = broker;
        this.records = records;
    }

    /** Measures both once. */
    public RawRound round() {
        return new RawRound(measure(deliveries, records), measure(batches, Math.max(100, records / FEWER_BATCHES)));
    }

    /** Mean bytes of a record of one recipient. */
    public double deliveryBytes() {
        return deliveries.meanBytes();
    }

    /** Mean bytes of a record of {@value DeliveryBatch#MAX_RECIPIENTS} recipients. */
    public double batchBytes() {
        return batches.meanBytes();
    }

    private Transfer measure(Payloads payloads, int count) {
        String topic = "raw-" + topics++;
        broker.createTopic(new TopicSpec(
                topic, Topics.AUDIENCE_PARTITIONS, Map.of("file.delete.delay.ms", "1000"), "bench", "bench"));
        try {
            long cpu = broker.cpuNanos();
            double perSecond = new RawTransfer(broker.clients(), topic, payloads, count).recordsPerSecond();
            return new Transfer(perSecond, (broker.cpuNanos() - cpu) / 1e3 / count);
        } finally {
            broker.deleteTopic(topic);
        }
    }
}
