package org.carillon.router;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.carillon.schemas.topic.Topic;

/** The other parts of the hub, as the router sees them: records in, committed records out, each topic in its order. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, KafkaConsumer<byte[], byte[]>> consumers = new HashMap<>();
    private final Map<String, Queue<ConsumerRecord<byte[], byte[]>>> read = new HashMap<>();

    Wire(String bootstrap) {
        this.bootstrap = bootstrap;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    <V> void send(Topic<String, V> topic, String key, V value) {
        send(new ProducerRecord<>(
                topic.name(),
                topic.keySerde().serializer().serialize(topic.name(), key),
                topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    void sendRaw(String topic, byte[] value) {
        send(new ProducerRecord<>(topic, new byte[] {1}, value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not sent", e);
        }
    }

    /** The next record of a topic that was not taken yet. */
    <V> V next(Topic<?, V> topic) {
        Queue<ConsumerRecord<byte[], byte[]>> queue = read.computeIfAbsent(topic.name(), name -> new ArrayDeque<>());
        Instant end = Instant.now().plus(PATIENCE);
        while (queue.isEmpty() && Instant.now().isBefore(end)) {
            consumer(topic.name()).poll(Duration.ofMillis(100)).forEach(queue::add);
        }
        if (queue.isEmpty()) {
            throw new AssertionError("nothing came in " + topic.name());
        }
        return topic.valueSerde()
                .deserializer()
                .deserialize(topic.name(), queue.remove().value());
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        return consumers.computeIfAbsent(topic, name -> {
            KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            bootstrap,
                            "group.id",
                            UUID.randomUUID().toString(),
                            "auto.offset.reset",
                            "earliest",
                            "isolation.level",
                            "read_committed"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            consumer.assign(consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            return consumer;
        });
    }

    @Override
    public void close() {
        producer.close();
        consumers.values().forEach(KafkaConsumer::close);
    }
}
