package org.carillon.simulator.message;

import java.util.Locale;

/** Where a message is on its way; the order of the constants is the order in which they are passed. */
public enum Status {
    ACCEPTED,
    QUEUED,
    SENT,
    DELIVERED,
    UNDELIVERED,
    RECEIVED;

    /** The name in Twilio's JSON and callbacks. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing follows any more. */
    public boolean isFinal() {
        return switch (this) {
            case ACCEPTED, QUEUED, SENT -> false;
            case DELIVERED, UNDELIVERED, RECEIVED -> true;
        };
    }

    /** The message has left the provider, so that Twilio lets its copy be deleted. */
    public boolean isComplete() {
        return switch (this) {
            case ACCEPTED, QUEUED -> false;
            case SENT, DELIVERED, UNDELIVERED, RECEIVED -> true;
        };
    }
}
