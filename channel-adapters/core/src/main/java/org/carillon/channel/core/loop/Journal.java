package org.carillon.channel.core.loop;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.carillon.channel.core.intent.OpenDeliveries;
import org.carillon.channel.core.owner.Lease;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Draft} as one transaction: marks, receipts and offsets stand or fall together. Opening it fences every producer
 * of the same sender before it; after that none of those can write an intent, and so none can begin a delivery.
 */
final class Journal implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Routes routes;
    private final String channel;
    private final ConsumerGroupMetadata group;
    private final Lease lease;

    Journal(Properties config, Routes routes, String channel, ConsumerGroupMetadata group, Lease lease) {
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.routes = routes;
        this.channel = channel;
        this.group = group;
        this.lease = lease;
    }

    static Properties settings(Map<String, String> kafka, String transactionalId) {
        Properties config = new Properties();
        config.putAll(kafka);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The next transaction begins before the markers of the last are written, and is told to come back.
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, "5");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "20000");
        return config;
    }

    /** Fences whoever owned the sender before. */
    void fence() {
        producer.initTransactions();
    }

    /**
     * Commits the draft and renews the lease.
     *
     * @param end offset behind the last mark that is known
     * @return the offset behind the last mark now
     */
    long commit(Draft draft, OpenDeliveries open, long end) throws InterruptedException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> marks = draft.marks().stream()
                .map(mark -> send(routes.intents(), 0, mark.deliveryId().path(), mark))
                .toList();
        draft.changes()
                .forEach((batch, changes) -> write(
                        Topics.RECEIPTS,
                        batch.partition(),
                        batch.path(),
                        new Receipt.Progress(batch, channel, changes)));
        draft.drained()
                .forEach(drained -> write(
                        Topics.RECEIPTS, drained.partition(), drained.alertId().value(), drained));
        routes.commands()
                .ifPresent(topic -> draft.commands()
                        .forEach(command -> write(topic, null, command.id().value(), command)));
        draft.deadLetters().forEach(letter -> write(Topics.DEAD_LETTERS, 0, letter.source(), letter));
        // The new intents stand at the known end or behind it, so this is never too high.
        draft.offset(
                new TopicPartition(routes.intents().name(), 0),
                Math.min(end, open.lowWater().orElse(end)));
        producer.sendOffsetsToTransaction(offsets(draft), group);
        Lease.Proof proof = lease.begin();
        producer.commitTransaction();
        lease.renew(proof);
        return remember(draft, marks, open, end);
    }

    private static long remember(Draft draft, List<Future<RecordMetadata>> marks, OpenDeliveries open, long end)
            throws InterruptedException {
        long next = end;
        for (int i = 0; i < marks.size(); i++) {
            long offset = offset(marks.get(i));
            next = Math.max(next, offset + 1);
            if (draft.marks().get(i) instanceof SendMark.Intent intent) {
                open.find(intent.deliveryId()).ifPresent(delivery -> open.put(delivery.markedAt(offset)));
            }
        }
        return next;
    }

    private static long offset(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw new KafkaException("a mark of a committed transaction was not written", e.getCause());
        }
    }

    /** A write that fails makes the commit fail. */
    private <V> void write(Topic<String, V> topic, @Nullable Integer partition, String key, V value) {
        Future<RecordMetadata> unused = send(topic, partition, key, value);
    }

    /** Without a partition the key decides, as for everybody who writes to that topic. */
    private <V> Future<RecordMetadata> send(Topic<String, V> topic, @Nullable Integer partition, String key, V value) {
        return producer.send(new ProducerRecord<>(
                topic.name(),
                partition,
                topic.keySerde().serializer().serialize(topic.name(), key),
                topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Draft draft) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        draft.offsets().forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
        return offsets;
    }

    /** Without waiting: what is not committed by now is not going to be. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
