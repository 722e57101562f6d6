package org.carillon.schemas.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the user name and the roles that the account had when the request was authenticated.
 *
 * @param sender the CAP sender that the account speaks for, or null where nobody knows
 * @param secondFactorAt when the account last proved itself by its second factor, or null
 */
public record Actor(
        String user,
        Set<Role> roles,
        @Nullable String sender,
        @Nullable Instant secondFactorAt) {
    public Actor {
        Objects.requireNonNull(user, "user");
        roles = Set.copyOf(roles);
    }

    /** One who has given no second factor. */
    public Actor(String user, Set<Role> roles) {
        this(user, roles, null, null);
    }

    /** The same, who has given the second factor at that moment. */
    public Actor withSecondFactor(Instant at) {
        return new Actor(user, roles, sender, at);
    }

    /** Whether the actor has at least one of these roles. */
    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
