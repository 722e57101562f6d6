package org.carillon.router.resident;

import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.LedgerId;

/** Gives the id of a contact in the ledger of those who left. Called from every stream thread. */
@FunctionalInterface
public interface LedgerIds {
    LedgerId of(ContactId contact);

    /** Ids under the ledger key of a ring. */
    static LedgerIds from(KeyRing ring) {
        return ring::ledgerId;
    }
}
