package org.carillon.router.audience;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Lets a task prefer queries and subscriptions to receipts: it takes the record with the least time first, and receipts of the
 * last hour, thousands a second during a large alert, must not stand before the next alert.
 */
final class ReceiptsLast implements TimestampExtractor {
    private static final Duration LATER = Duration.ofHours(1);

    @Override
    public long extract(ConsumerRecord<Object, Object> receipt, long partitionTime) {
        return receipt.timestamp() + LATER.toMillis();
    }
}
