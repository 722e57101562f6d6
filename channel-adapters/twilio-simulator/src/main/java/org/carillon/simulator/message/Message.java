package org.carillon.simulator.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text message as it was given to the provider; nothing in it changes later.
 *
 * @param statusCallback where its status changes are announced
 * @param messagingService the Messaging Service it was sent by, when no number was named
 * @param failsWith the error that delivery will end in, decided at acceptance so that a restart tells no other story
 */
public record Message(
        String sid,
        Direction direction,
        String from,
        String to,
        String body,
        int parts,
        String encoding,
        Instant at,
        @Nullable String statusCallback,
        @Nullable String messagingService,
        @Nullable Integer failsWith) {

    /** The person's number, whichever way the message went. */
    public String phone() {
        return direction == Direction.INBOUND ? from : to;
    }

    /** The status that the answer to the sender names. */
    public Status firstStatus() {
        if (direction == Direction.INBOUND) {
            return Status.RECEIVED;
        }
        return messagingService == null ? Status.QUEUED : Status.ACCEPTED;
    }

    /** The status it will end in. */
    public Status lastStatus() {
        if (direction == Direction.INBOUND) {
            return Status.RECEIVED;
        }
        return failsWith == null ? Status.DELIVERED : Status.UNDELIVERED;
    }

    @Override
    public String toString() {
        return "Message[" + sid + " " + direction.wireName() + "]";
    }
}
