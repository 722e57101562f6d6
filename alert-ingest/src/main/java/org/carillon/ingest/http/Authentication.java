package org.carillon.ingest.http;

import org.carillon.schemas.account.Account;
import org.jspecify.annotations.Nullable;

/** Says who asks. Called on the request's own virtual thread, once for each request. */
@FunctionalInterface
public interface Authentication {
    /**
     * The account that an {@code Authorization} header proves.
     *
     * @throws ProblemException 401 without saying which part was wrong
     */
    Account authenticate(@Nullable String authorization);
}
