package org.carillon.channel.core.owner;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Chooses one instance among those that could send for a sender: the one to which a consumer group gives the only partition of an
 * empty topic. It makes sure that there is an owner; that there are not two who send is the business of the fenced producer and
 * the {@link Lease}. Used by the loop's thread only.
 */
public final class Ownership implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private boolean held;

    /**
     * Joins the group.
     *
     * @param config client settings of this consumer: servers, group, session
     */
    public Ownership(Properties config, String topic) {
        Properties all = new Properties();
        all.putAll(config);
        all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        this.consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic), new Listener());
    }

    /** Keeps the membership alive and says whether this instance is the owner. To be called several times a second. */
    public boolean poll(Duration wait) {
        consumer.poll(wait);
        return held;
    }

    /** Leaves the group, so that another instance takes over at once. */
    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    private final class Listener implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            held |= !partitions.isEmpty();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            held &= partitions.isEmpty();
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            held &= partitions.isEmpty();
        }
    }
}
