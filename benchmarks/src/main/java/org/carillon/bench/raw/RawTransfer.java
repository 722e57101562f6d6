package org.carillon.bench.raw;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.schemas.topic.Topics;

/** One stream of records from a transactional producer to a consumer of what is committed. */
final class RawTransfer {
    private static final long COMMIT_NANOS = Duration.ofMillis(100).toNanos();
    private static final int RECORDS_PER_LOOK = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Clients clients;
    private final String topic;
    private final Payloads payloads;
    private final int count;
    private final CountDownLatch reading = new CountDownLatch(1);

    RawTransfer(Clients clients, String topic, Payloads payloads, int count) {
        this.clients = clients;
        this.topic = topic;
        this.payloads = payloads;
        this.count = count;
    }

    /** From the first record sent to the last one read. */
    double recordsPerSecond() {
        CompletableFuture<Long> lastRead = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().name("raw-reader").start(() -> complete(lastRead));
        try (KafkaProducer<byte[], byte[]> producer = clients.bulkProducer(
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic))) {
            producer.initTransactions();
            reading.await();
            long start = System.nanoTime();
            send(producer);
            return count * 1e9 / (lastRead.join() - start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOutException("interrupted");
        } finally {
            reader.interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // committing throws what a send has met
    private void send(KafkaProducer<byte[], byte[]> producer) {
        producer.beginTransaction();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(i).array();
            producer.send(new ProducerRecord<>(topic, key, payloads.value(i)));
            if (i % RECORDS_PER_LOOK == 0 && System.nanoTime() - begun > COMMIT_NANOS) {
                producer.commitTransaction();
                producer.beginTransaction();
                begun = System.nanoTime();
            }
        }
        producer.commitTransaction();
    }

    private void complete(CompletableFuture<Long> lastRead) {
        try {
            lastRead.complete(readAll());
        } catch (RuntimeException e) {
            lastRead.completeExceptionally(e);
        }
    }

    private long readAll() {
        try (KafkaConsumer<byte[], byte[]> consumer = clients.committedReader(new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            partitions.forEach(consumer::position);
            reading.countDown();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (int read = 0; read < count; ) {
                read += consumer.poll(Duration.ofMillis(100)).count();
                if (System.nanoTime() - deadline > 0) {
                    throw new TimedOutException("raw: " + read + " of " + count + " records read in " + PATIENCE);
                }
            }
            return System.nanoTime();
        } finally {
            reading.countDown();
        }
    }
}
