package org.carillon.ingest.auth;

import java.util.Collection;
import java.util.function.Supplier;
import org.carillon.ingest.http.Authentication;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Account;
import org.jspecify.annotations.Nullable;

/** Finds the account of a bearer token. */
public final class BearerTokens implements Authentication {
    private static final String SCHEME = "Bearer ";
    private final Supplier<Collection<Account>> accounts;

    public BearerTokens(Supplier<Collection<Account>> accounts) {
        this.accounts = accounts;
    }

    @Override
    public Account authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ProblemException.unauthorized("Send the header 'Authorization: Bearer TOKEN' with your token.");
        }
        String hash = Secrets.tokenHash(authorization.substring(SCHEME.length()).strip());
        return accounts.get().stream()
                .filter(account -> account.active() && account.tokenHashes().contains(hash))
                .findFirst()
                .orElseThrow(() -> ProblemException.unauthorized("This token is not known, or its account is closed."));
    }
}
