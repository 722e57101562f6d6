package org.carillon.bench.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A thread that reads what is committed from now on, until it is closed; then it reads on to the end, so that nothing late is missed. */
public final class TailReader implements AutoCloseable {
    private final Clients clients;
    private final List<TopicPartition> partitions;
    private final Listener listener;
    private final CountDownLatch reading = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    private TailReader(Clients clients, List<TopicPartition> partitions, Listener listener) {
        this.clients = clients;
        this.partitions = List.copyOf(partitions);
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("tail-reader").unstarted(this::run);
    }

    /** Who gets the records; called on the reader's thread. */
    public interface Listener {
        void read(ConsumerRecord<String, byte[]> record);

        /** After each poll; {@code toTheEnd} reads on to where the partitions end then. */
        default void polled(Runnable toTheEnd) {}

        /** Nothing else will come. */
        void failed(RuntimeException cause);
    }

    /** Returns when it stands at the end of every partition. */
    public static TailReader start(Clients clients, List<TopicPartition> partitions, Listener listener)
            throws InterruptedException {
        TailReader reader = new TailReader(clients, partitions, listener);
        reader.thread.start();
        reader.reading.await();
        return reader;
    }

    /** Why it reads no more, or empty. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Reads to the end and throws what has failed, if anything has. */
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
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            reading.countDown();
            while (!stopping) {
                read(consumer);
                listener.polled(() -> toTheEnd(consumer));
            }
            toTheEnd(consumer);
        } catch (RuntimeException e) {
            failure = e;
            listener.failed(e);
        } finally {
            reading.countDown();
        }
    }

    private void toTheEnd(KafkaConsumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read(consumer);
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        consumer.poll(Duration.ofMillis(100)).forEach(listener::read);
    }
}
