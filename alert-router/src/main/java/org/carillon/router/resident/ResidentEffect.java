package org.carillon.router.resident;

import java.time.Instant;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.jspecify.annotations.Nullable;

/** One thing that a message changes; all those of one message become visible together. */
sealed interface ResidentEffect {
    /** What is known of a number, or with null nothing any more. */
    record KeepContact(ContactId id, @Nullable Contact contact) implements ResidentEffect {}

    /** A subscription, or with null none any more. */
    record KeepSubscription(SubscriptionId id, @Nullable Subscription subscription) implements ResidentEffect {}

    /** That ordinal is given away for ever. */
    record UseOrdinal(int ordinal) implements ResidentEffect {}

    /** What matching knows of a recipient, or with null nothing any more. */
    record PutAudience(Recipient recipient, @Nullable AudienceEntry entry) implements ResidentEffect {}

    /** A closed gate, or with null an open one. */
    record PutGate(String key, @Nullable GateEntry entry) implements ResidentEffect {}

    /** That somebody left. */
    record PutLedger(LedgerEntry entry) implements ResidentEffect {}

    /** The answer to a command. */
    record Decide(SubscriptionDecision decision) implements ResidentEffect {}

    /** A message or command of that id has had its effect, and is known again after everything else of it is erased. */
    record Hear(String id) implements ResidentEffect {}

    record Say(Reply reply) implements ResidentEffect {}

    /** Look at this number again then: what waits for an answer is erased in time. */
    record LookAgain(ContactId id, Instant at) implements ResidentEffect {}

    /** Do not look at this number again: nothing of it is left. */
    record LookNoMore(ContactId id) implements ResidentEffect {}
}
