package org.carillon.schemas.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An officer's account; the value of topic {@code carillon.accounts}. Holds no secret that could be used: the password
 * as Argon2id in PHC string format, tokens (256 random bits each) as hex SHA-256.
 *
 * @param sender the CAP sender under which this account composes alerts
 * @param duty how the officer is told what cannot wait, or null for one who is not
 */
public record Account(
        String user,
        String displayName,
        Set<Role> roles,
        String sender,
        String passwordHash,
        Set<String> tokenHashes,
        boolean active,
        Instant createdAt,
        @Nullable Duty duty) {
    public Account {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(passwordHash, "passwordHash");
        Objects.requireNonNull(createdAt, "createdAt");
        roles = Set.copyOf(roles);
        tokenHashes = Set.copyOf(tokenHashes);
    }

    /** An account that nobody sends an SMS to. */
    public Account(
            String user,
            String displayName,
            Set<Role> roles,
            String sender,
            String passwordHash,
            Set<String> tokenHashes,
            boolean active,
            Instant createdAt) {
        this(user, displayName, roles, sender, passwordHash, tokenHashes, active, createdAt, null);
    }

    /** The account as one who asks. */
    public Actor actor() {
        return new Actor(user, roles, sender, null);
    }

    @Override
    public String toString() {
        return "Account[" + user + ", roles=" + roles + ", active=" + active + ']';
    }
}
