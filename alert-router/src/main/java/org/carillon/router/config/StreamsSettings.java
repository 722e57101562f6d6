package org.carillon.router.config;

import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.carillon.schemas.topic.Topics;

/** The properties of the router's Kafka Streams; the reasons stand in RATIONALE.md under "Service". */
public final class StreamsSettings {
    /** Also the prefix of its changelogs and transactional ids: never changes. */
    public static final String APPLICATION_ID = "carillon-router";

    /** The same of the public log. */
    public static final String TRANSPARENCY_APPLICATION_ID = "carillon-transparency";

    /** The public log has no hurry that a longer poll would disturb: records end it at once. */
    private static final long TRANSPARENCY_POLL_MS = 250;

    private static final int COMMIT_INTERVAL_MS = 100;
    private static final int SESSION_TIMEOUT_ALONE_MS = 10_000;
    private static final int SESSION_TIMEOUT_MS = 6_000;
    private static final int HEARTBEAT_MS = 1_500;
    private static final int PROBING_REBALANCE_MS = 60_000;
    private static final int BATCH_BYTES = 128 * 1024;
    /** Nobody can read a record before its commit, and a commit does not wait for it. */
    private static final int LINGER_MS = 20;

    private static final int RETRY_BACKOFF_MS = 5;

    private StreamsSettings() {}

    public static Properties of(KafkaSettings kafka) {
        Properties props = new Properties();
        props.putAll(kafka.client());
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        props.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        props.put(StreamsConfig.STATE_DIR_CONFIG, kafka.stateDir().toString());
        props.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, kafka.threads());
        props.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replicationFactor());
        props.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        props.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        props.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        props.put(StreamsConfig.POLL_MS_CONFIG, kafka.poll().toMillis());
        props.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        props.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        props.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        props.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocksDb.class);
        props.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        addConsumer(props, kafka);
        addRestoreConsumer(props);
        addProducer(props, kafka);
        if (!kafka.alone()) {
            props.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
            props.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, Topics.AUDIENCE_PARTITIONS);
            props.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_REBALANCE_MS);
        }
        props.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(Topics.MAX_MESSAGE_BYTES));
        return props;
    }

    /** Those of the public log: one partition, one thread, and otherwise as the router's. */
    public static Properties ofTransparency(KafkaSettings kafka) {
        Properties props = of(kafka);
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, TRANSPARENCY_APPLICATION_ID);
        props.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        props.put(StreamsConfig.POLL_MS_CONFIG, TRANSPARENCY_POLL_MS);
        return props;
    }

    private static void addConsumer(Properties props, KafkaSettings kafka) {
        props.put(StreamsConfig.mainConsumerPrefix(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG), kafka.instanceId());
        props.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                kafka.alone() ? SESSION_TIMEOUT_ALONE_MS : SESSION_TIMEOUT_MS);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
    }

    /** Restoring the index is bound by the processor: fewer and larger fetches took a fifth less of it. */
    private static void addRestoreConsumer(Properties props) {
        props.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
        props.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 << 20);
        props.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), 1 << 20);
    }

    private static void addProducer(Properties props, KafkaSettings kafka) {
        props.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        props.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        props.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        props.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_BACKOFF_MS);
        props.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_MESSAGE_BYTES);
        props.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(kafka.transactionTimeout().toMillis()));
    }
}
