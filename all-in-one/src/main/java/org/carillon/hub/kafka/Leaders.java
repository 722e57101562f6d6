package org.carillon.hub.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.carillon.schemas.topic.TopicSpec;

/**
 * Waits until every partition of new topics is led. A topic is said to be made before it is; an idempotent producer that is
 * faster has its first batch refused and those behind it with it, and was seen to try in vain for two minutes to put them in
 * order again.
 */
final class Leaders {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Leaders() {}

    static void await(Admin admin, Collection<TopicSpec> specs) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (TopicSpec spec : specs) {
            for (int partition = 0; partition < spec.partitions(); partition++) {
                ends.put(new TopicPartition(spec.name(), partition), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!answered(admin, ends)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new KafkaUnavailableException(
                            "topics have no leader after " + PATIENCE, new TimeoutException());
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("interrupted while waiting for Kafka", e);
        }
    }

    private static boolean answered(Admin admin, Map<TopicPartition, OffsetSpec> ends) throws InterruptedException {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new KafkaUnavailableException("topics cannot be asked for their leaders", e);
        }
    }
}
