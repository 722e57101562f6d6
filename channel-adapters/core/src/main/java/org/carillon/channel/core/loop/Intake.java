package org.carillon.channel.core.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carillon.channel.core.gate.Gate;
import org.carillon.channel.core.text.Texts;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Everything the loop reads comes through this one consumer, so that one {@code poll} wakes up for any of it. A lane that has
 * enough in memory is paused; the others go on.
 */
final class Intake implements AutoCloseable {
    private static final int ENOUGH = 64;
    private static final int ENOUGH_REPLIES = 1000;
    private static final TopicPartition GATE = new TopicPartition(Topics.GATE.name(), 0);
    private static final TopicPartition TEXTS = new TopicPartition(Topics.RENDITIONS.name(), 0);

    private final KafkaConsumer<byte[], byte[]> consumer;
    /** Asks where topics end, on a connection of its own: on the first one it would wait behind the fetch that waits for data. */
    private final KafkaConsumer<byte[], byte[]> ends;

    private final Routes routes;
    private final Clock clock;
    private final Lanes lanes;
    private final Texts texts;
    private final Map<TopicPartition, Priority> sources = new HashMap<>();
    private final Set<Priority> paused = new HashSet<>();
    private final Map<TopicPartition, Long> starts = new HashMap<>();

    Intake(Properties config, Routes routes, Clock clock, Lanes lanes, Texts texts) {
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.ends = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.routes = routes;
        this.clock = clock;
        this.lanes = lanes;
        this.texts = texts;
        add(routes.urgent(), Priority.URGENT);
        routes.replies().ifPresent(replies -> add(replies, Priority.REPLY));
        add(routes.routine(), Priority.ROUTINE);
    }

    /** Client settings that this class relies on. */
    static Properties settings(Map<String, String> kafka, String group) {
        Properties config = new Properties();
        config.putAll(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "100");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        return config;
    }

    /** What the owner before has committed; partitions without a commit are missing. */
    Map<TopicPartition, Long> committed() {
        Set<TopicPartition> all = new HashSet<>(sources.keySet());
        all.add(GATE);
        all.add(intents());
        Map<TopicPartition, Long> known = new HashMap<>();
        consumer.committed(all).forEach((partition, offset) -> put(known, partition, offset));
        return known;
    }

    /** For offsets that are committed by a transaction. */
    ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    TopicPartition gate() {
        return GATE;
    }

    TopicPartition intents() {
        return new TopicPartition(routes.intents().name(), 0);
    }

    /** Reads gate and renditions to their end, with the lanes still shut, then opens the lanes where the owner before stopped. */
    void start(Map<TopicPartition, Long> committed, Gate gate) {
        List<TopicPartition> all = new ArrayList<>(sources.keySet());
        all.add(GATE);
        all.add(TEXTS);
        consumer.assign(all);
        consumer.pause(sources.keySet());
        consumer.seekToBeginning(List.of(GATE, TEXTS));
        sources.keySet().forEach(partition -> {
            Long offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        });
        readToEnd(Set.of(GATE, TEXTS), gate);
        sources.keySet().forEach(partition -> starts.put(partition, consumer.position(partition)));
        consumer.resume(sources.keySet());
    }

    /** Where the lanes began, for all their partitions. */
    Map<TopicPartition, Long> starts() {
        return Map.copyOf(starts);
    }

    /** Waits up to that long for anything, and hands it to where it belongs. */
    void poll(Duration wait, Gate gate) {
        balance();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            accept(record, gate);
        }
    }

    /** Reads the gate to where it ends now. */
    void catchUp(Gate gate) {
        readToEnd(Set.of(GATE), gate);
    }

    private void readToEnd(Set<TopicPartition> partitions, Gate gate) {
        Map<TopicPartition, Long> known = ends.endOffsets(partitions);
        while (known.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(50), gate);
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> record, Gate gate) {
        TopicPartition source = new TopicPartition(record.topic(), record.partition());
        Priority priority = sources.get(source);
        if (priority != null) {
            lanes.add(priority, work(record, source));
        } else if (source.equals(GATE)) {
            // Unreadable here means that nobody may send: let it throw.
            gate.apply(key(record), value(Topics.GATE, record), record.offset());
        } else {
            texts.apply(key(record), value(Topics.RENDITIONS, record));
        }
    }

    private Work work(ConsumerRecord<byte[], byte[]> record, TopicPartition source) {
        try {
            if (sources.get(source) == Priority.REPLY) {
                Reply reply = value(routes.replies().orElseThrow(), record);
                return reply == null
                        ? unreadable(record, source, "empty")
                        : new Work.Answer(source, record.offset(), reply);
            }
            Topic<String, DeliveryBatch> topic =
                    record.topic().equals(routes.urgent().name()) ? routes.urgent() : routes.routine();
            DeliveryBatch batch = value(topic, record);
            return batch == null
                    ? unreadable(record, source, "empty")
                    : new Work.Batch(source, record.offset(), clock.instant(), batch);
        } catch (SerializationException | IllegalArgumentException e) {
            return unreadable(record, source, e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            // A truncated binary record ends in a buffer exception of some kind; the text could quote the input.
            return unreadable(record, source, e.getClass().getSimpleName());
        }
    }

    private static Work unreadable(ConsumerRecord<byte[], byte[]> record, TopicPartition source, String reason) {
        return new Work.Unreadable(source, record.offset(), key(record), reason);
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key == null ? "" : Topics.GATE.keySerde().deserializer().deserialize(record.topic(), key);
    }

    private static <V> @Nullable V value(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record) {
        return topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
    }

    private void balance() {
        for (Priority priority : Priority.values()) {
            int enough = priority == Priority.REPLY ? ENOUGH_REPLIES : ENOUGH;
            if (lanes.size(priority) >= enough && paused.add(priority)) {
                consumer.pause(partitions(priority));
            } else if (lanes.size(priority) < enough / 2 && paused.remove(priority)) {
                consumer.resume(partitions(priority));
            }
        }
    }

    private List<TopicPartition> partitions(Priority priority) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue() == priority)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(Topic<?, ?> topic, Priority priority) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            sources.put(new TopicPartition(topic.name(), partition), priority);
        }
    }

    private static void put(
            Map<TopicPartition, Long> known, TopicPartition partition, @Nullable OffsetAndMetadata offset) {
        if (offset != null) {
            known.put(partition, offset.offset());
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        ends.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
