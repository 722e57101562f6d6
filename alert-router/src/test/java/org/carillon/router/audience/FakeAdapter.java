package org.carillon.router.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/** Both channels in one thread: looks at the gate last, tells each recipient, and reports as the real ones do. */
final class FakeAdapter implements AutoCloseable {
    private static final List<Topic<String, DeliveryBatch>> BATCHES =
            List.of(Topics.SMS_URGENT, Topics.SMS_ROUTINE, Topics.PUSH_URGENT, Topics.PUSH_ROUTINE);

    private final Map<String, String> clients;
    private final Thread thread = Thread.ofPlatform().name("fake-adapter").unstarted(this::run);
    private final Map<AlertId, Collection<Recipient>> told = new ConcurrentHashMap<>();
    private final Set<String> gate = new HashSet<>();
    private volatile boolean stopping;
    private volatile boolean reading;
    private volatile Map<TopicPartition, Long> positions = Map.of();

    private FakeAdapter(Map<String, String> clients) {
        this.clients = clients;
    }

    static FakeAdapter start(Map<String, String> clients) {
        FakeAdapter adapter = new FakeAdapter(clients);
        adapter.thread.start();
        return adapter;
    }

    /** Everybody who was told, as often as they were. */
    Collection<Recipient> told(AlertId alertId) {
        return told.computeIfAbsent(alertId, id -> new ConcurrentLinkedQueue<>());
    }

    boolean isReading() {
        return reading;
    }

    /** Whether it has read all that is there. */
    boolean isAtEnd(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> now = positions;
        return ends.entrySet().stream().allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** What it reads. */
    static List<TopicPartition> partitions() {
        return Stream.concat(Stream.of(Topics.GATE), BATCHES.stream())
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }

    private void run() {
        Map<String, Object> props = new HashMap<>(clients);
        props.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        Map<String, Object> sending = new HashMap<>(clients);
        sending.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        try (KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(props, new StringDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<String, Receipt> producer = new KafkaProducer<>(
                        sending,
                        Topics.RECEIPTS.keySerde().serializer(),
                        Topics.RECEIPTS.valueSerde().serializer())) {
            consumer.assign(partitions());
            consumer.seekToBeginning(partitions());
            while (!stopping) {
                consumer.poll(Duration.ofMillis(20)).forEach(record -> take(record, producer));
                producer.flush();
                Map<TopicPartition, Long> now = new HashMap<>();
                partitions().forEach(partition -> now.put(partition, consumer.position(partition)));
                positions = now;
                reading = true;
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, KafkaProducer<String, Receipt> producer) {
        if (record.topic().equals(Topics.GATE.name())) {
            gate.add(record.key());
            GateEntry entry = Topics.GATE.valueSerde().deserializer().deserialize(record.topic(), record.value());
            if (entry instanceof GateEntry.AlertWithdrawn withdrawn) {
                drained(withdrawn.alertId()).forEach(receipt -> send(producer, "drained", receipt));
            }
            return;
        }
        DeliveryBatch batch = Objects.requireNonNull(
                Topics.SMS_URGENT.valueSerde().deserializer().deserialize(record.topic(), record.value()));
        send(producer, record.key(), new Receipt.Progress(batch.id(), batch.channel(), changes(batch)));
    }

    private List<Receipt.Change> changes(DeliveryBatch batch) {
        AlertId alert = batch.id().alertId();
        List<Receipt.Change> changes = new ArrayList<>();
        for (int i = 0; i < batch.entries().size(); i++) {
            Recipient recipient =
                    new Recipient(batch.id().partition(), batch.entries().get(i).ordinal());
            boolean shut = gate.contains(GateEntry.alertKey(alert)) || gate.contains(GateEntry.recipientKey(recipient));
            if (!shut) {
                told(alert).add(recipient);
            }
            changes.add(new Receipt.Change(
                    i, shut ? DeliveryStatus.SUPPRESSED : DeliveryStatus.INTENDED, Instant.now(), null));
        }
        return changes;
    }

    private static List<Receipt> drained(AlertId alertId) {
        return IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                .boxed()
                .<Receipt>flatMap(partition -> Stream.of(ContactChannel.values())
                        .map(channel -> new Receipt.Drained(alertId, partition, channel.wireName())))
                .toList();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is missing is found by the test
    private static void send(KafkaProducer<String, Receipt> producer, String key, Receipt receipt) {
        producer.send(new ProducerRecord<>(Topics.RECEIPTS.name(), receipt.partition(), key, receipt));
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
