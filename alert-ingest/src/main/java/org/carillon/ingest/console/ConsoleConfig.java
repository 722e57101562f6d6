package org.carillon.ingest.console;

import java.net.URI;
import java.util.Set;
import org.carillon.ingest.console.session.SessionLimits;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.OfficeKeys;

/**
 * How the console is set up.
 *
 * @param publicUrl where the hub is reached; cookies are marked secure where it is https
 * @param secondFactorRoles whoever has one of them must set up an authenticator app before anything else
 */
public record ConsoleConfig(OfficeKeys keys, URI publicUrl, Set<Role> secondFactorRoles, SessionLimits limits) {
    public ConsoleConfig {
        secondFactorRoles = Set.copyOf(secondFactorRoles);
    }

    /** As a city should have it: whoever can publish, decide or administer has a second factor. */
    public static ConsoleConfig of(OfficeKeys keys, URI publicUrl) {
        return new ConsoleConfig(
                keys, publicUrl, Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN), SessionLimits.DEFAULT);
    }
}
