package org.carillon.channel.core;

import java.time.Instant;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryTask;

/**
 * One message, ready to be handed over. The contact is still sealed: the channel opens it for the call only.
 *
 * @param body the text, verbatim
 * @param attempt 1 for the first call
 * @param expires from then on it must not reach anybody
 */
public record Message(DeliveryTask task, String body, int attempt, Instant expires) {
    public DeliveryId id() {
        return task.deliveryId();
    }

    /** Without body and contact. */
    @Override
    public String toString() {
        return "Message[" + id().path() + ", attempt=" + attempt + "]";
    }
}
