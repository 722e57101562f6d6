package org.carillon.bench.fanout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Reads the batches that are committed from now on, as the SMS adapter would, and hands each to its alert. */
public final class BatchReader implements AutoCloseable {
    private static final int ID_LENGTH = 26;
    private static final List<String> BATCHES = List.of(Topics.SMS_URGENT.name(), Topics.SMS_ROUTINE.name());

    private final Clients clients;
    private final List<String> topics;
    private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    private BatchReader(Clients clients, List<String> topics) {
        this.clients = clients;
        this.topics = topics;
        this.thread = Thread.ofPlatform().name("batch-reader").unstarted(this::run);
    }

    /** Returns when it stands at the end of every partition. */
    public static BatchReader start(Clients clients) throws InterruptedException {
        return start(clients, BATCHES);
    }

    /** The same for other topics whose keys start with an alert's id; each has as many partitions as the audience. */
    static BatchReader start(Clients clients, List<String> topics) throws InterruptedException {
        BatchReader reader = new BatchReader(clients, topics);
        reader.thread.start();
        reader.reading.await();
        return reader;
    }

    /** To be called before the alert is sent. */
    public void expect(Delivery delivery) {
        deliveries.put(delivery.alertId().value(), delivery);
        RuntimeException broken = failure;
        if (broken != null) {
            delivery.fail(broken);
        }
    }

    /** Reads on to the end of the topic as it is now, so that no late batch is overlooked. */
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
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic, partition)))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            reading.countDown();
            while (!stopping) {
                read(consumer);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                read(consumer);
            }
        } catch (RuntimeException e) {
            failure = e;
            deliveries.values().forEach(delivery -> delivery.fail(e));
        } finally {
            reading.countDown();
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        for (ConsumerRecord<String, byte[]> batch : consumer.poll(Duration.ofMillis(100))) {
            Delivery delivery = deliveries.get(batch.key().substring(0, ID_LENGTH));
            if (delivery == null) {
                throw new IllegalStateException("a batch of an alert that was never sent");
            }
            delivery.add(batch);
        }
    }
}
