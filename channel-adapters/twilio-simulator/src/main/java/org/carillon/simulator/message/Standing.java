package org.carillon.simulator.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may change about a message: its status and the provider's copy of it. */
public record Standing(
        Status status,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @Nullable Integer errorCode,
        Copy copy) {

    /** What the provider still keeps; the phone keeps what it got in any case. */
    public enum Copy {
        WHOLE,
        REDACTED,
        DELETED
    }

    static Standing first(Message message) {
        Instant sentAt = message.direction() == Direction.INBOUND ? message.at() : null;
        return new Standing(message.firstStatus(), message.at(), sentAt, null, Copy.WHOLE);
    }

    /** Statuses only go forward; an older one leaves everything as it is. */
    Standing moved(Status next, @Nullable Integer error, Instant at) {
        if (status.isFinal() || next.compareTo(status) <= 0) {
            return this;
        }
        return new Standing(next, at, sentAt == null && next.isComplete() ? at : sentAt, error, copy);
    }

    Standing with(Copy left, Instant at) {
        return new Standing(status, at, sentAt, errorCode, left);
    }
}
