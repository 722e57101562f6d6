package org.carillon.bench.restore;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.schemas.topic.Topics;

/** Reads the audience topic from its beginning to its end and drops it: no restore is faster with one consumer. */
final class AudienceDrain {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private AudienceDrain() {}

    /** Records in a second, the set-up of the consumer left out. */
    static double recordsPerSecond(Clients clients, int count) {
        try (KafkaConsumer<byte[], byte[]> consumer = clients.committedReader(new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.AUDIENCE.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            partitions.forEach(consumer::position);
            long start = System.nanoTime();
            for (int read = 0; read < count; ) {
                read += consumer.poll(Duration.ofMillis(100)).count();
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new TimedOutException(read + " of " + count + " subscriptions read in " + PATIENCE);
                }
            }
            return count * 1e9 / (System.nanoTime() - start);
        }
    }
}
