package org.carillon.ingest.console.page;

import java.time.Instant;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param account as it is now, not as it was at the signing-in
 * @param csrf what every form has to send back
 * @param secondFactorAt when the second factor was given last, or null
 * @param recentlyConfirmed whether a dangerous act may be done without asking for the second factor
 */
public record Officer(
        Account account, String csrf, @Nullable Instant secondFactorAt, boolean recentlyConfirmed) {
    public String user() {
        return account.user();
    }

    public String name() {
        return account.displayName();
    }

    public Actor actor() {
        return account.actor();
    }

    public boolean hasAny(Role... roles) {
        return account.actor().hasAny(roles);
    }
}
