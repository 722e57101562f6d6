package org.carillon.schemas.resident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;

/**
 * What is asked about one subscription; the value of topic {@code carillon.subscription-commands}, keyed by the subscription's id;
 * {@link Declare}, which is about a telephone number, by its contact id. The router answers each with one
 * {@link SubscriptionDecision} of the same {@code commandId}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SubscriptionCommand.Subscribe.class, name = "subscribe"),
    @JsonSubTypes.Type(value = SubscriptionCommand.Change.class, name = "change"),
    @JsonSubTypes.Type(value = SubscriptionCommand.Look.class, name = "look"),
    @JsonSubTypes.Type(value = SubscriptionCommand.End.class, name = "end"),
    @JsonSubTypes.Type(value = SubscriptionCommand.Declare.class, name = "declare")
})
public sealed interface SubscriptionCommand {
    String commandId();

    SubscriptionId id();

    Instant at();

    /**
     * A new subscription, or the same contact again with other wishes: then the newest hold.
     *
     * @param consent the wording that was accepted, when and how; push needs no second yes, since only the browser's owner can
     *     make its endpoint
     */
    record Subscribe(
            String commandId,
            SubscriptionId id,
            Instant at,
            ContactId contactId,
            String purpose,
            ContactChannel channel,
            SealedContact contact,
            Preferences preferences,
            Subscription.Consent consent)
            implements SubscriptionCommand {}

    /** Other wishes. */
    record Change(String commandId, SubscriptionId id, Instant at, Preferences preferences)
            implements SubscriptionCommand {}

    /** What is held? */
    record Look(String commandId, SubscriptionId id, Instant at) implements SubscriptionCommand {}

    /**
     * Erase all of it.
     *
     * @param reason {@code erased} by the resident, {@code gone} where the provider says that the contact is no more
     */
    record End(String commandId, SubscriptionId id, Instant at, String reason) implements SubscriptionCommand {}

    /**
     * A telephone number of a list that the city brings. Whoever has left since the consent stays away, and a subscription that is
     * there stays as the resident has it.
     *
     * @param consent as the city declares it: the wording that was accepted, when, and where the proof is kept
     * @param confirm whether the number is only asked, and has to answer YES
     */
    record Declare(
            String commandId,
            SubscriptionId id,
            Instant at,
            ContactId contactId,
            String purpose,
            SealedContact contact,
            Preferences preferences,
            Subscription.Consent consent,
            boolean confirm)
            implements SubscriptionCommand {}
}
