package org.carillon.bench.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TailReader;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topics;

/** Reads all committed batches and reach from now on, as adapters and officers would, and hands each to its alert. */
final class Watch implements AutoCloseable {
    private static final List<TopicPartition> PARTITIONS = Stream.of(
                    Topics.SMS_URGENT, Topics.SMS_ROUTINE, Topics.REACH)
            .flatMap(topic -> IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
            .toList();

    private final ToAlerts alerts;
    private final TailReader reader;

    private Watch(ToAlerts alerts, TailReader reader) {
        this.alerts = alerts;
        this.reader = reader;
    }

    /** Returns when it stands at the end of every partition. */
    static Watch start(Clients clients) throws InterruptedException {
        ToAlerts alerts = new ToAlerts();
        return new Watch(alerts, TailReader.start(clients, PARTITIONS, alerts));
    }

    /** To be called before the alert is sent. */
    void expect(Received received) {
        alerts.expected.put(received.alertId().value(), received);
        reader.failure().ifPresent(received::fail);
    }

    /** Reads on to the end as it is now, so that no late batch is overlooked. */
    @Override
    public void close() {
        reader.close();
    }

    private static final class ToAlerts implements TailReader.Listener {
        private final Map<String, Received> expected = new ConcurrentHashMap<>();
        private final Set<String> ended = ConcurrentHashMap.newKeySet();

        @Override
        public void read(ConsumerRecord<String, byte[]> record) {
            if (record.topic().equals(Topics.REACH.name())) {
                Reach reach = Topics.REACH.valueSerde().deserializer().deserialize(record.topic(), record.value());
                if (reach != null
                        && reach.partitionsDone() == Topics.AUDIENCE_PARTITIONS
                        && !received(reach.alertId().value()).ended()) {
                    ended.add(reach.alertId().value());
                }
            } else {
                received(BatchId.parse(record.key()).alertId().value()).add(record, System.nanoTime());
            }
        }

        /** Reach says that all have been cut; a partition's last batches may still have to be read. */
        @Override
        public void polled(Runnable toTheEnd) {
            Set<String> now = Set.copyOf(ended);
            if (!now.isEmpty()) {
                toTheEnd.run();
                now.forEach(alert -> received(alert).end(System.nanoTime()));
                ended.removeAll(now);
            }
        }

        @Override
        public void failed(RuntimeException cause) {
            expected.values().forEach(received -> received.fail(cause));
        }

        private Received received(String alert) {
            Received received = expected.get(alert);
            if (received == null) {
                throw new IllegalStateException("a record of an alert that was never sent");
            }
            return received;
        }
    }
}
