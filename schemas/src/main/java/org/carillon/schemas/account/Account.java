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
 * @param security missing in records from before there was a console
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
        @Nullable Duty duty,
        @Nullable AccountSecurity security) {
    public Account {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(passwordHash, "passwordHash");
        Objects.requireNonNull(createdAt, "createdAt");
        roles = Set.copyOf(roles);
        tokenHashes = Set.copyOf(tokenHashes);
        security = security == null ? AccountSecurity.NEW : security;
    }

    /** An account that nobody has signed in to yet and nobody sends an SMS to. */
    public Account(
            String user,
            String displayName,
            Set<Role> roles,
            String sender,
            String passwordHash,
            Set<String> tokenHashes,
            boolean active,
            Instant createdAt) {
        this(user, displayName, roles, sender, passwordHash, tokenHashes, active, createdAt, null, AccountSecurity.NEW);
    }

    /** How it is guarded; of records from before there was a console, as of a new one. */
    @Override
    public AccountSecurity security() {
        return Objects.requireNonNull(security);
    }

    public Account with(AccountSecurity other) {
        return new Account(user, displayName, roles, sender, passwordHash, tokenHashes, active, createdAt, duty, other);
    }

    public Account withPasswordHash(String hash) {
        return new Account(user, displayName, roles, sender, hash, tokenHashes, active, createdAt, duty, security);
    }

    public Account withTokenHashes(Set<String> hashes) {
        return new Account(user, displayName, roles, sender, passwordHash, hashes, active, createdAt, duty, security);
    }

    /** The same, told by SMS what cannot wait, or not told. */
    public Account with(@Nullable Duty other) {
        return new Account(
                user, displayName, roles, sender, passwordHash, tokenHashes, active, createdAt, other, security);
    }

    /** The same without the number: what it was kept for is over. */
    public Account withoutDuty() {
        return new Account(
                user, displayName, roles, sender, passwordHash, tokenHashes, active, createdAt, null, security);
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
