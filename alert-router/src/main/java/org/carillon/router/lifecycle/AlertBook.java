package org.carillon.router.lifecycle;

import java.util.List;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.command.Decision;

/** What the life cycle remembers; read by the one task that decides, changed only through {@link Effect}s. */
interface AlertBook {
    Optional<AlertRecord> find(AlertId id);

    NamedAlerts named(String sender, String identifier);

    /** The decision that this command got when it came before. */
    Optional<Decision> answered(String commandId);

    /** Every account that there is, active or not. */
    List<Account> officers();
}
