package org.carillon.schemas.resident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.jspecify.annotations.Nullable;

/**
 * A text from a resident, without the text: every meaning that it could have; the value of topic
 * {@code carillon.residents-inbound}.
 *
 * @param messageId the provider's id: a replay is answered and ignored
 * @param purpose the purpose under whose keyset the contact is sealed
 * @param meanings in the order of likelihood; empty where nothing was understood
 * @param optOutType the provider's own {@code OptOutType} (STOP, START, HELP): it has answered already; null otherwise
 */
public record InboundMessage(
        String messageId,
        ContactId contactId,
        String purpose,
        SealedContact contact,
        Instant at,
        List<Meaning> meanings,
        @Nullable String optOutType) {
    public InboundMessage {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(contactId, "contactId");
        Objects.requireNonNull(contact, "contact");
        meanings = List.copyOf(meanings);
    }
}
