package org.carillon.schemas.account;

import java.util.Objects;
import org.carillon.schemas.keys.SealedContact;

/**
 * How an officer on duty is told by SMS what cannot wait.
 *
 * @param contact the number, sealed under {@link #PURPOSE}; only the SMS channel opens it, for the time of a call
 * @param deputy is told only when the others have not answered
 */
public record Duty(SealedContact contact, boolean deputy) {
    /** The purpose whose keyset seals the numbers of officers and testers; none of the city pack's. */
    public static final String PURPOSE = "carillon-officers";

    public Duty {
        Objects.requireNonNull(contact, "contact");
    }
}
