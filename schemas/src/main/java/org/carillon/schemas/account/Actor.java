package org.carillon.schemas.account;

import java.util.Objects;
import java.util.Set;

/** Who asks: the user name and the roles that the account had when the request was authenticated. */
public record Actor(String user, Set<Role> roles) {
    public Actor {
        Objects.requireNonNull(user, "user");
        roles = Set.copyOf(roles);
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
