package org.carillon.schemas.city;

import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that a sender is known to sign with.
 *
 * @param signer as the certificate names it, or the fingerprint of a bare key
 * @param from first moment of its certificate; null for a bare key
 * @param until last moment of its certificate; null for a bare key
 */
public record PinnedKey(
        String signer,
        PublicKey key,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Whether it may have signed at that moment. */
    public boolean isValidAt(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || !at.isAfter(until));
    }

    @Override
    public String toString() {
        return "PinnedKey[" + signer + ']';
    }
}
