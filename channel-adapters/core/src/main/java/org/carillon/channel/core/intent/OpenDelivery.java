package org.carillon.channel.core.intent;

import java.time.Instant;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.delivery.SendMark;

/**
 * A delivery with an intent and no final outcome.
 *
 * @param attempt number of the newest call that was made or is about to be
 * @param since when the first intent was written: the provider cannot have it from earlier
 * @param doubts how often the provider was asked in vain
 * @param mark offset of the newest intent in the intents topic; from there on the delivery can be rebuilt
 * @param doubtful whether an attempt may have been taken although the next one is sent without asking: such a delivery is never said
 *     to be suppressed
 */
public record OpenDelivery(
        DeliveryTask task, int attempt, Instant since, int doubts, Phase phase, long mark, boolean doubtful) {
    /** Offset of an intent that is not written yet. */
    public static final long UNWRITTEN = -1;

    /** A delivery whose first intent is about to be written. */
    public static OpenDelivery first(DeliveryTask task, Instant at) {
        return new OpenDelivery(task, 1, at, 0, new Phase.InFlight(), UNWRITTEN, false);
    }

    public DeliveryId id() {
        return task.deliveryId();
    }

    /** About to be called. */
    public OpenDelivery inFlight(int nextAttempt) {
        return new OpenDelivery(task, nextAttempt, since, doubts, new Phase.InFlight(), UNWRITTEN, doubtful);
    }

    /** Surely not taken; due then. */
    public OpenDelivery deferred(Instant due) {
        return new OpenDelivery(task, attempt, since, 0, new Phase.Deferred(due), mark, doubtful);
    }

    /** Perhaps taken, and sent again all the same. */
    public OpenDelivery repeated(Instant due) {
        return new OpenDelivery(task, attempt, since, 0, new Phase.Deferred(due), mark, true);
    }

    /** Not called at all in this attempt, which therefore does not count. */
    public OpenDelivery notCalled(Instant due) {
        return new OpenDelivery(task, attempt - 1, since, 0, new Phase.Deferred(due), mark, doubtful);
    }

    /** Perhaps taken; to be asked about then. */
    public OpenDelivery inDoubt(Instant due) {
        return new OpenDelivery(task, attempt, since, doubts + 1, new Phase.InDoubt(due), mark, doubtful);
    }

    public OpenDelivery markedAt(long offset) {
        return new OpenDelivery(task, attempt, since, doubts, phase, offset, doubtful);
    }

    /** The durable intent; a repeated one keeps the time of the first. */
    public SendMark.Intent intent() {
        return new SendMark.Intent(id(), since, attempt, task);
    }

    /** Where it stands between two calls. */
    public sealed interface Phase {
        /** Its intent is written or about to be; the call has been made, is being made, or never was. */
        record InFlight() implements Phase {}

        /** Waits for the next attempt. */
        record Deferred(Instant due) implements Phase {}

        /** Waits for the question to the provider. */
        record InDoubt(Instant due) implements Phase {}
    }
}
