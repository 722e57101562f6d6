package org.carillon.schemas.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * An officer's authenticator app (RFC 6238).
 *
 * @param sealedSecret the shared secret, encrypted with the key ring's office keys
 * @param lastStep the newest time step whose code was accepted: no code of it or of one before it is accepted again
 * @param recoveryHashes hex SHA-256 of the recovery codes that are left (at least 80 random bits each)
 */
public record SecondFactor(String sealedSecret, long lastStep, Set<String> recoveryHashes, Instant since) {
    public SecondFactor {
        Objects.requireNonNull(sealedSecret, "sealedSecret");
        Objects.requireNonNull(since, "since");
        recoveryHashes = Set.copyOf(recoveryHashes);
    }

    /** Without the secret and the codes. */
    @Override
    public String toString() {
        return "SecondFactor[since=" + since + ", recoveryCodes=" + recoveryHashes.size() + ']';
    }
}
