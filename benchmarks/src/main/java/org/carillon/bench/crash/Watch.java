package org.carillon.bench.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Reads all committed batches and reach from now on, as adapters and officers would, and hands each to its alert. */
final class Watch implements AutoCloseable {
    private static final TopicPartition REACH = new TopicPartition(Topics.REACH.name(), 0);
    private static final List<TopicPartition> BATCHES = Stream.of(Topics.SMS_URGENT, Topics.SMS_ROUTINE)
            .flatMap(topic -> IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
            .toList();

    private final Clients clients;
    private final Map<String, Received> alerts = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    private Watch(Clients clients) {
        this.clients = clients;
        this.thread = Thread.ofPlatform().name("watch").unstarted(this::run);
    }

    /** Returns when it stands at the end of every partition. */
    static Watch start(Clients clients) throws InterruptedException {
        Watch watch = new Watch(clients);
        watch.thread.start();
        watch.reading.await();
        return watch;
    }

    /** To be called before the alert is sent. */
    void expect(Received received) {
        alerts.put(received.alertId().value(), received);
        RuntimeException broken = failure;
        if (broken != null) {
            received.fail(broken);
        }
    }

    /** Reads on to the end as it is now, so that no late batch is overlooked. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOutException("interrupted");
        }
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
    }

    private void run() {
        try (KafkaConsumer<String, byte[]> consumer = clients.committedReader(new StringDeserializer())) {
            List<TopicPartition> all = new ArrayList<>(BATCHES);
            all.add(REACH);
            consumer.assign(all);
            consumer.seekToEnd(all);
            all.forEach(consumer::position);
            reading.countDown();
            while (!stopping) {
                read(consumer);
                settle(consumer);
            }
            readToEnd(consumer);
        } catch (RuntimeException e) {
            failure = e;
            alerts.values().forEach(received -> received.fail(e));
        } finally {
            reading.countDown();
        }
    }

    /** Reach says that all have been cut; a partition's last batches may still have to be read. */
    private void settle(KafkaConsumer<String, byte[]> consumer) {
        Set<String> now = Set.copyOf(ended);
        if (!now.isEmpty()) {
            readToEnd(consumer);
            now.forEach(alert -> received(alert).end(System.nanoTime()));
            ended.removeAll(now);
        }
    }

    private void readToEnd(KafkaConsumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(BATCHES);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read(consumer);
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            if (record.topic().equals(REACH.topic())) {
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
    }

    private Received received(String alert) {
        Received received = alerts.get(alert);
        if (received == null) {
            throw new IllegalStateException("a record of an alert that was never sent");
        }
        return received;
    }
}
