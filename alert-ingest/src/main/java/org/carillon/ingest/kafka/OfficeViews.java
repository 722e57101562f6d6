package org.carillon.ingest.kafka;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.station.StationAccount;

/** What is known about officers, stations and administrative acts. Every method may be called from any thread and answers from memory. */
public interface OfficeViews {
    Collection<Account> accounts();

    Optional<Account> account(String user);

    Collection<StationAccount> stations();

    /** Every act that was ever proposed. */
    Collection<AdminRequest> requests();

    Optional<AdminRequest> request(String id);

    /** Waits a little until the view shows the act as it was decided, and what it changed; gives up silently. */
    void awaitShown(AdminRequest decided);

    /** Waits a little until the view shows at least that epoch of the account; gives up silently. */
    void awaitEpoch(String user, long epoch);

    /** Waits a little until the view shows the account as wanted; gives up silently. */
    void awaitAccount(String user, Predicate<Account> wanted);
}
