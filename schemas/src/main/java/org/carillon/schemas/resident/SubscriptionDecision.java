package org.carillon.schemas.resident;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.carillon.schemas.keys.SubscriptionId;

/** The router's answer to one {@link SubscriptionCommand}; the value of topic {@code carillon.subscription-decisions}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SubscriptionDecision.Standing.class, name = "standing"),
    @JsonSubTypes.Type(value = SubscriptionDecision.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = SubscriptionDecision.Missing.class, name = "missing"),
    @JsonSubTypes.Type(value = SubscriptionDecision.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = SubscriptionDecision.Declared.class, name = "declared")
})
public sealed interface SubscriptionDecision {
    String commandId();

    SubscriptionId id();

    /** So it stands; without the contact. */
    record Standing(
            String commandId,
            SubscriptionId id,
            String purpose,
            Preferences preferences,
            Subscription.Consent consent,
            Instant createdAt)
            implements SubscriptionDecision {}

    /** It is erased. */
    record Ended(String commandId, SubscriptionId id) implements SubscriptionDecision {}

    /** There is none, or none any more. */
    record Missing(String commandId, SubscriptionId id) implements SubscriptionDecision {}

    /**
     * Nothing was changed, because the command asks for what the city does not have.
     *
     * @param message what was wrong, in words for whoever asked
     */
    record Refused(String commandId, SubscriptionId id, String message) implements SubscriptionDecision {}

    /** What came of a number of a city's list. */
    record Declared(String commandId, SubscriptionId id, Outcome outcome) implements SubscriptionDecision {
        /** What came of it. */
        public enum Outcome {
            /** It is subscribed. */
            @JsonProperty("subscribed")
            SUBSCRIBED,
            /** It is asked to say YES. */
            @JsonProperty("asked")
            ASKED,
            /** It was asked when this command was heard before, and is not asked again. */
            @JsonProperty("asked-before")
            ASKED_BEFORE,
            /** It had a subscription or a sign-up of its own, which stays as it is. */
            @JsonProperty("there")
            THERE,
            /** It has said STOP, and has not asked for messages since. */
            @JsonProperty("stopped")
            STOPPED,
            /** It has left, by STOP or FORGET, after the consent that was declared. */
            @JsonProperty("left")
            LEFT
        }
    }
}
