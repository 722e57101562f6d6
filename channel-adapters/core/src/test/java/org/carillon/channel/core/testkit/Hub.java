package org.carillon.channel.core.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Plays the router's part: writes renditions, batches, replies and gate entries, and reads receipts as the router would. */
public final class Hub implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> receipts;
    private final String channel;
    private final String purpose;
    private final Map<DeliveryId, DeliveryStatus> statuses = new ConcurrentHashMap<>();
    private final Map<DeliveryId, String> codes = new ConcurrentHashMap<>();
    private final List<SubscriptionCommand> commands = new ArrayList<>();
    private final Map<AlertId, List<Integer>> drained = new HashMap<>();

    public Hub(Map<String, String> kafka, String channel, String purpose) {
        this.channel = channel;
        this.purpose = purpose;
        Properties writing = new Properties();
        writing.putAll(kafka);
        writing.put("linger.ms", "0");
        this.producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
        Properties reading = new Properties();
        reading.putAll(kafka);
        reading.put("isolation.level", "read_committed");
        this.receipts = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < Topics.RECEIPTS.partitions(); partition++) {
            partitions.add(new TopicPartition(Topics.RECEIPTS.name(), partition));
            partitions.add(new TopicPartition(Topics.SUBSCRIPTION_COMMANDS.name(), partition));
        }
        receipts.assign(partitions);
        receipts.seekToBeginning(partitions);
    }

    /** A new alert with its text, frozen. */
    public AlertId alert(String name, String body) {
        AlertId id = AlertId.of("test@example.org", name, Instant.EPOCH);
        RenditionKey key = new RenditionKey(id, 1, channel, "en", ContentFormat.STANDARD);
        write(Topics.RENDITIONS, 0, key.path(), new Rendition(channel, "en", ContentFormat.STANDARD, body, Map.of()));
        return id;
    }

    /** One batch; the ordinal of each recipient is its place in the list. */
    public BatchId batch(
            AlertId alert, Lane lane, int partition, int chunk, Instant expires, List<SealedContact> contacts) {
        BatchId id = new BatchId(alert, partition, chunk);
        List<DeliveryBatch.Entry> entries = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            entries.add(new DeliveryBatch.Entry(i, contacts.get(i)));
        }
        write(
                Topics.batches(ContactChannel.named(channel).orElseThrow(), lane),
                partition,
                id.path(),
                new DeliveryBatch(
                        id, 1, channel, lane, purpose, "en", ContentFormat.STANDARD, Instant.now(), expires, entries));
        return id;
    }

    public void reply(Reply reply) {
        write(Topics.REPLIES, 0, reply.contactId().value(), reply);
    }

    public void shut(GateEntry entry) {
        write(Topics.GATE, 0, entry.key(), entry);
    }

    /** Bytes that are no batch. */
    public void garbage(Topic<?, ?> topic, int partition) {
        send(new ProducerRecord<>(topic.name(), partition, new byte[] {65}, new byte[] {1, 2, 3}));
    }

    public void open(GateEntry entry) {
        write(Topics.GATE, 0, entry.key(), null);
    }

    /** What a delivery came to, by the rules of the router. */
    public Map<DeliveryId, DeliveryStatus> statuses() {
        read();
        return Map.copyOf(statuses);
    }

    /** How many deliveries of an alert stand so. */
    public long count(AlertId alert, DeliveryStatus status) {
        return statuses().entrySet().stream()
                .filter(e -> e.getKey() instanceof DeliveryId.OfAlert d
                        && d.batch().alertId().equals(alert))
                .filter(e -> e.getValue() == status)
                .count();
    }

    /** The code of the receipt that decided. */
    public String code(DeliveryId id) {
        read();
        return codes.getOrDefault(id, "");
    }

    /** How often the end of that alert's intents was reported, over all partitions. */
    public int drainedReports(AlertId alert) {
        read();
        return drained.getOrDefault(alert, List.of()).size();
    }

    /** The partitions in which the end of that alert's intents was reported. */
    public List<Integer> drained(AlertId alert) {
        read();
        return drained.getOrDefault(alert, List.of()).stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** What was said of ended subscriptions, in no order. */
    public List<SubscriptionCommand> commands() {
        read();
        return List.copyOf(commands);
    }

    private void read() {
        boolean more = true;
        while (more) {
            var records = receipts.poll(Duration.ofMillis(20));
            more = !records.isEmpty();
            records.forEach(this::keep);
        }
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.RECEIPTS.name())) {
            apply(Topics.RECEIPTS.valueSerde().deserializer().deserialize(record.topic(), record.value()));
        } else {
            commands.add(Topics.SUBSCRIPTION_COMMANDS
                    .valueSerde()
                    .deserializer()
                    .deserialize(record.topic(), record.value()));
        }
    }

    private void apply(Receipt receipt) {
        switch (receipt) {
            case Receipt.Drained d ->
                drained.computeIfAbsent(d.alertId(), id -> new ArrayList<>()).add(d.partition());
            case Receipt.Progress progress ->
                progress.changes()
                        .forEach(change -> apply(new DeliveryId.OfAlert(progress.batch(), change.index()), change));
        }
    }

    private void apply(DeliveryId id, Receipt.Change change) {
        DeliveryStatus now = statuses.getOrDefault(id, DeliveryStatus.QUEUED);
        if (now.yieldsTo(change.status())) {
            statuses.put(id, change.status());
            String code = change.code();
            if (code != null) {
                codes.put(id, code);
            }
        }
    }

    private <V> void write(Topic<String, V> topic, int partition, String key, @Nullable V value) {
        send(new ProducerRecord<>(
                topic.name(),
                partition,
                topic.keySerde().serializer().serialize(topic.name(), key),
                topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        receipts.close();
    }
}
