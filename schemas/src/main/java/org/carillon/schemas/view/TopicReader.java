package org.carillon.schemas.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics from their beginning and goes on, committed records only, and hands every record to whoever keeps it. One
 * thread reads and calls; a keeper that is asked by others has to be safe for threads. A record that cannot be read ends the
 * reading: a view with a hole in it is not shown, and {@link #isLoaded} says so.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> keepers;
    private final List<TopicPartition> partitions;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean broken;

    private TopicReader(
            Map<String, String> kafka,
            String name,
            Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> keepers,
            List<TopicPartition> partitions) {
        this.keepers = Map.copyOf(keepers);
        this.partitions = List.copyOf(partitions);
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MAX_MESSAGE_BYTES);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /** Which topics are read, and who keeps their records. */
    public static final class Plan {
        private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> keepers = new HashMap<>();
        private final List<TopicPartition> partitions = new ArrayList<>();

        /** Adds a topic; the keeper gets key and value, or null for a tombstone. */
        public <K, V> Plan keep(Topic<K, V> topic, Keeper<K, V> keeper) {
            return keepRecords(topic, record -> {
                byte @Nullable [] value = record.value();
                keeper.keep(
                        topic.keySerde().deserializer().deserialize(topic.name(), record.key()),
                        value == null ? null : topic.valueSerde().deserializer().deserialize(topic.name(), value));
            });
        }

        /** Adds a topic whose records the keeper wants as they are, with offset and headers. */
        public Plan keepRecords(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> keeper) {
            keepers.put(topic.name(), keeper);
            IntStream.range(0, topic.partitions())
                    .mapToObj(p -> new TopicPartition(topic.name(), p))
                    .forEach(partitions::add);
            return this;
        }

        /**
         * Starts to read.
         *
         * @param kafka client settings, at least {@code bootstrap.servers}
         * @param name of the reading thread
         */
        public TopicReader start(Map<String, String> kafka, String name) {
            TopicReader reader = new TopicReader(kafka, name, keepers, partitions);
            reader.thread.start();
            return reader;
        }
    }

    /** Keeps the records of one topic; called by the reading thread only. */
    @FunctionalInterface
    public interface Keeper<K, V> {
        void keep(K key, @Nullable V value);
    }

    /** Waits until everything that stood in the topics at the start has been read; false where that takes longer. */
    public boolean awaitLoaded(Duration timeout) throws InterruptedException {
        return loaded.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether all that stood in the topics at the start has been read, and reading goes on. */
    public boolean isLoaded() {
        return loaded.getCount() == 0 && !broken;
    }

    private void run() {
        Map<TopicPartition, Long> goal = Map.of();
        boolean assigned = false;
        while (!closed) {
            try {
                if (!assigned) {
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                    goal = consumer.endOffsets(partitions);
                    assigned = true;
                }
                consumer.poll(POLL).forEach(this::keep);
                if (loaded.getCount() > 0
                        && goal.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
                    loaded.countDown();
                }
            } catch (WakeupException e) {
                // close() asked for it
            } catch (SerializationException | IllegalArgumentException e) {
                // The message could quote the record.
                broken = true;
                LOGGER.atError()
                        .addKeyValue("failure", e.getClass().getName())
                        .log("a record cannot be read: the view ends here");
                break;
            } catch (KafkaException e) {
                LOGGER.atWarn().addKeyValue("cause", e.toString()).log("topics cannot be read just now");
            }
        }
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        Consumer<ConsumerRecord<byte[], byte[]>> keeper = keepers.get(record.topic());
        if (keeper != null) {
            keeper.accept(record);
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
