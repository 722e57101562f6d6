package org.carillon.router.resident;

import java.util.Optional;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Subscription;

/** What one partition remembers of its residents; changed only through {@link ResidentEffect}s. */
interface ResidentBook {
    Optional<Contact> contact(ContactId id);

    Optional<Subscription> subscription(SubscriptionId id);

    /** The last departure of a contact, whatever it has done since. */
    Optional<LedgerEntry> departure(LedgerId id);

    /** Whether a message or command of that id has had its effect already. */
    boolean heard(String id);

    /** The partition whose residents these are. */
    int partition();

    /** The ordinal that no subscription of this partition ever had. */
    int nextOrdinal();
}
