package org.carillon.schemas.account;

import java.time.Instant;
import java.util.Objects;

/**
 * One signing-in of an officer.
 *
 * @param id random; stands in the encrypted cookie, too
 * @param until when it ends at the latest
 * @param ended whether it was ended before that
 */
public record OfficerSession(String id, Instant startedAt, Instant until, boolean ended) {
    public OfficerSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(until, "until");
    }
}
