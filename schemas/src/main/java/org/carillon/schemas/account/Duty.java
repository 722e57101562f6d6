package org.carillon.schemas.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;

/**
 * How an officer on duty is told by SMS what cannot wait.
 *
 * @param contact the number, sealed under {@link #PURPOSE}; the SMS channel opens it for the time of a call, and the officer's own page
 *     for its last two digits
 * @param deputy is told only when the others have not answered
 */
public record Duty(SealedContact contact, boolean deputy) {
    /** The purpose whose keyset seals the numbers of officers and testers; none of the city pack's. */
    public static final String PURPOSE = "carillon-officers";

    public Duty {
        Objects.requireNonNull(contact, "contact");
    }

    /**
     * The recipient that stands for an officer or tester in what they are told: of the name, not of the number, so that a resident's
     * STOP does not silence the officer who has the same telephone.
     */
    public static ContactId recipient(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("officer\0" + name).getBytes(StandardCharsets.UTF_8));
            return ContactId.ofBytes(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
