package org.carillon.channel.core;

import java.time.Duration;
import java.util.Optional;
import org.carillon.schemas.keys.SubscriptionId;

/** What one attempt came to. Codes are the provider's and hold nothing personal. */
public sealed interface Outcome {
    /** The provider has it. */
    record Accepted(String providerId) implements Outcome {}

    /** Not taken, and never will be. */
    record Refused(String code) implements Outcome {}

    /**
     * Not taken, and never will be, because the contact itself is no more: the subscription has to end.
     *
     * @param subscription whose contact it was
     */
    record Gone(String code, SubscriptionId subscription) implements Outcome {}

    /**
     * Surely not taken; a later attempt may be.
     *
     * @param retryAfter how long the provider asked to wait, where it did
     * @param scope whom it concerns
     */
    record Deferred(String code, Optional<Duration> retryAfter, Scope scope) implements Outcome {}

    /** No answer, or one that leaves open whether the provider has it. */
    record InDoubt(String reason) implements Outcome {}

    /** Whether a deferral speaks of one message or of the sender as a whole. */
    enum Scope {
        /** This one: the next may go through. */
        MESSAGE,
        /** Nothing goes through at present (wrong credentials, provider unreachable): stop feeding, probe later. */
        SENDER
    }
}
