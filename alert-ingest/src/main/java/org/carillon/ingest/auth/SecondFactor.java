package org.carillon.ingest.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carillon.ingest.http.ApiRequest;

/**
 * Says whether a request proves more than the password or token of its account. Called on the request's thread, once, and only for
 * requests that need it, so that a code that counts once is not used up by another.
 */
@FunctionalInterface
public interface SecondFactor {
    /** The header in which API clients send the code. */
    String HEADER = "x-carillon-totp";

    /** Nobody has one. */
    SecondFactor NONE = request -> Optional.empty();

    /** When it was given; empty where it was not, or is wrong. */
    Optional<Instant> given(ApiRequest request);

    /** For a demo, whose accounts are printed for everybody: the token counts for both factors. */
    static SecondFactor ofDemo(Clock clock) {
        return request -> Optional.of(clock.instant());
    }
}
