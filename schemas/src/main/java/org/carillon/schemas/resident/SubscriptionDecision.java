package org.carillon.schemas.resident;

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
    @JsonSubTypes.Type(value = SubscriptionDecision.Refused.class, name = "refused")
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

    /** It was asked for what cannot be; nothing has changed. {@code message} says why, in English, without anything personal. */
    record Refused(String commandId, SubscriptionId id, String message) implements SubscriptionDecision {}
}
