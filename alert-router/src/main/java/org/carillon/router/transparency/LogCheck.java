package org.carillon.router.transparency;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Before anything is appended: the log's last entry is the one that its state knows. Where a topic was lost or an application reset,
 * the log would begin again at 0 and stand there twice.
 */
final class LogCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LAST = 64;
    private static final TopicPartition LOG = new TopicPartition(Topics.TRANSPARENCY_LOG.name(), 0);
    private static final TopicPartition STATE = new TopicPartition(
            StreamsSettings.TRANSPARENCY_APPLICATION_ID + "-" + AppendEntries.STORE + "-changelog", 0);

    private LogCheck() {}

    /** What is wrong, or empty. A commit that is just on its way to both topics is waited for, for so long. */
    static Optional<String> problem(KafkaSettings kafka, Duration patience) {
        Map<String, Object> config = new HashMap<>(kafka.client());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MAX_MESSAGE_BYTES);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            long end = System.nanoTime() + patience.toNanos();
            while (true) {
                long entries = entries(consumer);
                long known = known(consumer);
                if (entries == known) {
                    return Optional.empty();
                }
                if (System.nanoTime() - end > 0) {
                    return Optional.of("topic " + LOG.topic() + " holds " + entries + " entries, its state ("
                            + STATE.topic() + ") knows " + known + ": restore both from one backup");
                }
            }
        }
    }

    private static long entries(KafkaConsumer<byte[], byte[]> consumer) {
        ConsumerRecord<byte[], byte[]> last = last(consumer, LOG);
        return last == null
                ? 0
                : 1
                        + Long.parseLong(Topics.TRANSPARENCY_LOG
                                .keySerde()
                                .deserializer()
                                .deserialize(LOG.topic(), last.key()));
    }

    private static long known(KafkaConsumer<byte[], byte[]> consumer) {
        boolean exists = consumer.listTopics().containsKey(STATE.topic());
        ConsumerRecord<byte[], byte[]> last = exists ? last(consumer, STATE) : null;
        return last == null
                ? 0
                : Json.serde(LogState.class)
                        .deserializer()
                        .deserialize(STATE.topic(), last.value())
                        .frontier()
                        .size();
    }

    /** The last committed record; behind it may stand the marks of transactions. */
    private static @Nullable ConsumerRecord<byte[], byte[]> last(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        long begin = Objects.requireNonNull(
                consumer.beginningOffsets(List.of(partition)).get(partition));
        for (long back = LAST; ; back *= 2) {
            long from = Math.max(begin, end - back);
            ConsumerRecord<byte[], byte[]> last = lastFrom(consumer, partition, from, end);
            if (last != null || from == begin) {
                return last;
            }
        }
    }

    private static @Nullable ConsumerRecord<byte[], byte[]> lastFrom(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        ConsumerRecord<byte[], byte[]> last = null;
        consumer.seek(partition, from);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            if (System.nanoTime() - until > 0) {
                throw new TimeoutException("Kafka did not give the last records of " + partition.topic());
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                last = record.offset() < end ? record : last;
            }
        }
        return last;
    }
}
