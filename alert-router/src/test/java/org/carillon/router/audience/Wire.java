package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carillon.router.config.StreamsSettings;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/** What tests write to a real broker and read from it. */
final class Wire {
    private final Map<String, String> clients;

    Wire(Map<String, String> clients) {
        this.clients = clients;
    }

    /** Returns when they are in the topic. */
    <K, V> void send(Topic<K, V> topic, List<ProducerRecord<K, V>> records) {
        Map<String, Object> props = new HashMap<>(clients);
        // On topics this young a broker may refuse the first batch and take the second, which never heals.
        props.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        try (KafkaProducer<K, V> producer = new KafkaProducer<>(
                props, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            producer.flush();
            assertThat(sent).allMatch(record -> record.state() == Future.State.SUCCESS);
        }
    }

    /** Asks every partition, in this order. */
    void ask(AudienceQuery... queries) {
        List<ProducerRecord<String, AudienceQuery>> records = new ArrayList<>();
        for (AudienceQuery query : queries) {
            for (int partition = 0; partition < Topics.AUDIENCE_PARTITIONS; partition++) {
                records.add(new ProducerRecord<>(
                        Topics.AUDIENCE_QUERIES.name(),
                        partition,
                        query.alertId().value(),
                        query));
            }
        }
        send(Topics.AUDIENCE_QUERIES, records);
    }

    /** How many records of a topic the router has taken for good. */
    long taken(Topic<?, ?> topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(clients))) {
            return admin
                    .listConsumerGroupOffsets(StreamsSettings.APPLICATION_ID)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(topic.name()) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        }
    }

    /** Where committed records end now. */
    Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Map<String, Object> props = new HashMap<>(clients);
        props.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(props, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }

    /** All committed records of a topic as it stands now. */
    <V> List<ConsumerRecord<String, V>> read(Topic<String, V> topic) {
        Map<String, Object> props = new HashMap<>(clients);
        props.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                props, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(p -> new TopicPartition(topic.name(), p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, V>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }
}
