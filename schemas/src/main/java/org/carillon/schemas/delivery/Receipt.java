package org.carillon.schemas.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.carillon.schemas.alert.AlertId;
import org.jspecify.annotations.Nullable;

/** What channels report to the router; the value of topic {@code carillon.receipts}, in the partition of the audience. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Receipt.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Receipt.Drained.class, name = "drained")
})
public sealed interface Receipt {
    AlertId alertId();

    /** The audience partition that it concerns; also the partition of the record. */
    int partition();

    /** Changes within one batch. */
    record Progress(BatchId batch, String channel, List<Change> changes) implements Receipt {
        public Progress {
            changes = List.copyOf(changes);
        }

        @Override
        public AlertId alertId() {
            return batch.alertId();
        }

        @Override
        public int partition() {
            return batch.partition();
        }
    }

    /**
     * This channel has seen that the alert is withdrawn and will never again write an intent for it; every intent that it
     * wrote stands before this record. Only then is it known who was reached.
     */
    record Drained(AlertId alertId, int partition, String channel) implements Receipt {}

    /**
     * One delivery's new status.
     *
     * @param index place in the batch
     * @param code the provider's error code or the gate's reason, or null
     */
    record Change(
            int index,
            DeliveryStatus status,
            Instant at,
            @Nullable String code) {}
}
