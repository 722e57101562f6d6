package org.carillon.schemas.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.keys.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * What channels look at last before every intent; the value of the compacted topic {@code carillon.gate}. A tombstone opens the
 * gate again. Keys: {@code alert/ID}, {@code contact/CONTACT-ID}, {@code recipient/PARTITION:ORDINAL}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GateEntry.AlertWithdrawn.class, name = "alert-withdrawn"),
    @JsonSubTypes.Type(value = GateEntry.ContactStopped.class, name = "contact-stopped"),
    @JsonSubTypes.Type(value = GateEntry.RecipientRemoved.class, name = "recipient-removed")
})
public sealed interface GateEntry {
    Instant at();

    /** The record key. */
    String key();

    /** The alert was cancelled or superseded, or has expired. */
    record AlertWithdrawn(AlertId alertId, String reason, Instant at) implements GateEntry {
        @Override
        public String key() {
            return alertKey(alertId);
        }
    }

    /** The number said STOP: no SMS of any kind after the one confirmation {@code exceptReply}. */
    record ContactStopped(ContactId contactId, @Nullable String exceptReply, Instant at) implements GateEntry {
        @Override
        public String key() {
            return contactKey(contactId);
        }
    }

    /** The subscription behind this recipient ended (STOP, FORGET, sunset). */
    record RecipientRemoved(Recipient recipient, String reason, Instant at) implements GateEntry {
        @Override
        public String key() {
            return recipientKey(recipient);
        }
    }

    static String alertKey(AlertId alertId) {
        return "alert/" + alertId;
    }

    static String contactKey(ContactId contactId) {
        return "contact/" + contactId.value();
    }

    static String recipientKey(Recipient recipient) {
        return "recipient/" + recipient.path();
    }
}
