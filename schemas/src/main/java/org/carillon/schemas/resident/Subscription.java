package org.carillon.schemas.resident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * A resident's standing request for one purpose and one contact: the router's own record of it, with the proof of consent.
 *
 * @param channel by which the contact is reached; null is read as SMS, the only one there was when records had none
 * @param recipient where the audience index knows it, once active
 * @param state pending until YES
 * @param consent wording, language and time of the yes, or null while pending
 */
public record Subscription(
        SubscriptionId id,
        ContactId contactId,
        String purpose,
        @Nullable ContactChannel channel,
        SealedContact contact,
        State state,
        List<String> districts,
        String language,
        @Nullable String secondLanguage,
        Level level,
        List<String> topics,
        ContentFormat format,
        @Nullable Recipient recipient,
        @Nullable Consent consent,
        Instant createdAt) {
    public Subscription {
        districts = List.copyOf(districts);
        topics = List.copyOf(topics);
        channel = channel == null ? ContactChannel.SMS : channel;
    }

    /** By which the contact is reached. */
    @Override
    public ContactChannel channel() {
        return channel == null ? ContactChannel.SMS : channel;
    }

    /** Where a subscription stands. */
    public enum State {
        PENDING,
        ACTIVE
    }

    /**
     * The proof of consent.
     *
     * @param wording version of the consent text in the catalogue; the text itself where the city has declared the consent
     * @param proof the provider's id of the message that said YES; {@link #DECLARED} and where the city keeps the proof
     */
    public record Consent(String wording, String language, Instant at, String proof) {
        /** How the proof of a consent begins that the city had before, and that the hub knows by the city's word alone. */
        public static final String DECLARED = "declared by the city: ";

        /** A consent as the city declares it. */
        public static Consent declared(String text, String language, Instant at, String proof) {
            return new Consent(text, language, at, DECLARED + proof);
        }

        /** Whether the hub knows of it by the city's word alone. */
        @JsonIgnore
        public boolean isDeclared() {
            return proof.startsWith(DECLARED);
        }
    }
}
