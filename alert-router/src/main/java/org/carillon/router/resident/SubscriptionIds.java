package org.carillon.router.resident;

import java.util.Optional;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeEndedException;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.SubscriptionId;

/** Gives the id of a contact's subscription for a purpose. Called from every stream thread. */
@FunctionalInterface
public interface SubscriptionIds {
    /** The id, or empty where the purpose has ended and its key is destroyed. */
    Optional<SubscriptionId> of(String purpose, ContactId contact);

    /** Ids under the keys of a ring. */
    static SubscriptionIds from(KeyRing ring) {
        return (purpose, contact) -> {
            try {
                return Optional.of(ring.subscriptionId(new PurposeId(purpose), contact));
            } catch (PurposeEndedException e) {
                return Optional.empty();
            }
        };
    }
}
