package org.carillon.bench.fanout;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TailReader;
import org.carillon.schemas.topic.Topics;

/** Reads the batches that are committed from now on, as the SMS adapter would, and hands each to its alert. */
public final class BatchReader implements AutoCloseable {
    private static final int ID_LENGTH = 26;
    private static final List<String> BATCHES = List.of(Topics.SMS_URGENT.name(), Topics.SMS_ROUTINE.name());

    private final Map<String, Delivery> deliveries;
    private final TailReader reader;

    private BatchReader(Map<String, Delivery> deliveries, TailReader reader) {
        this.deliveries = deliveries;
        this.reader = reader;
    }

    /** Returns when it stands at the end of every partition. */
    public static BatchReader start(Clients clients) throws InterruptedException {
        return start(clients, BATCHES);
    }

    /** The same for other topics whose keys start with an alert's id; each has as many partitions as the audience. */
    static BatchReader start(Clients clients, List<String> topics) throws InterruptedException {
        Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        return new BatchReader(deliveries, TailReader.start(clients, partitions, new ToDeliveries(deliveries)));
    }

    /** To be called before the alert is sent. */
    public void expect(Delivery delivery) {
        deliveries.put(delivery.alertId().value(), delivery);
        reader.failure().ifPresent(delivery::fail);
    }

    /** Reads on to the end of the topics as they are now, so that no late batch is overlooked. */
    @Override
    public void close() {
        reader.close();
    }

    private record ToDeliveries(Map<String, Delivery> deliveries) implements TailReader.Listener {
        @Override
        public void read(ConsumerRecord<String, byte[]> batch) {
            // Not parsed: that would cost as much as to read a hundred recipients.
            Delivery delivery = deliveries.get(batch.key().substring(0, ID_LENGTH));
            if (delivery == null) {
                throw new IllegalStateException("a batch of an alert that was never sent");
            }
            delivery.add(batch);
        }

        @Override
        public void failed(RuntimeException cause) {
            deliveries.values().forEach(delivery -> delivery.fail(cause));
        }
    }
}
