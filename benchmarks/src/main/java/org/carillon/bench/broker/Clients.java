package org.carillon.bench.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.carillon.schemas.topic.Topics;

/** Clients with the settings that everything is measured with, raw and ours alike. */
public record Clients(String bootstrap) {
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int MEGABYTE = 1 << 20;

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** A producer for throughput: lz4, large batches, all acknowledgements. */
    public <K, V> KafkaProducer<K, V> bulkProducer(Serializer<K> key, Serializer<V> value, Map<String, ?> more) {
        Map<String, Object> props = new HashMap<>();
        props.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        props.put(ProducerConfig.ACKS_CONFIG, "all");
        props.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        props.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        props.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        props.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64 * MEGABYTE);
        props.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES);
        props.putAll(more);
        return new KafkaProducer<>(props, key, value);
    }

    /** A producer that sends each record at once. */
    public <K, V> KafkaProducer<K, V> promptProducer(Serializer<K> key, Serializer<V> value) {
        return bulkProducer(
                key, value, Map.of(ProducerConfig.LINGER_MS_CONFIG, 0, ProducerConfig.COMPRESSION_TYPE_CONFIG, "none"));
    }

    /** A consumer that sees only what is committed, with room for large fetches. */
    public <K> KafkaConsumer<K, byte[]> committedReader(Deserializer<K> key) {
        return committedReader(key, Map.of());
    }

    /** The same with further settings. */
    public <K> KafkaConsumer<K, byte[]> committedReader(Deserializer<K> key, Map<String, ?> more) {
        Map<String, Object> props = new HashMap<>();
        props.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        props.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        props.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        props.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        props.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MEGABYTE);
        props.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * MEGABYTE);
        props.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, MEGABYTE);
        props.putAll(more);
        return new KafkaConsumer<>(props, key, new ByteArrayDeserializer());
    }
}
