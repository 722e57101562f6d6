package org.carillon.ingest.console.page;

import java.util.Set;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;

/** Who may open a page. */
public sealed interface Access {
    /** Anybody, signed in or not. */
    Access OPEN = new Open();

    /** Whoever is signed in, also one who has still to set up the second factor or to change a temporary password. */
    Access OWN = new Own();

    /** Every officer. */
    Access OFFICERS = new Roles(Set.of(Role.values()));

    /** Officers with at least one of these roles. */
    static Roles of(Role... roles) {
        return new Roles(Set.of(roles));
    }

    /** Anybody. */
    record Open() implements Access {}

    /** Whoever is signed in. */
    record Own() implements Access {}

    /** Officers with at least one of these roles. */
    record Roles(Set<Role> roles) implements Access {
        public Roles {
            roles = Set.copyOf(roles);
        }

        /** Whether the account has one of them. */
        public boolean includes(Account account) {
            return roles.stream().anyMatch(account.roles()::contains);
        }
    }
}
