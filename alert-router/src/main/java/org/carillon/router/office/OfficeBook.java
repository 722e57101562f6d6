package org.carillon.router.office;

import java.util.Collection;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.transparency.LogFact;

/** What is known about officers, stations and acts; what is kept is at once visible to whoever reads the topics. */
interface OfficeBook {
    Optional<Account> account(String user);

    Collection<Account> accounts();

    Optional<StationAccount> station(String id);

    Optional<AdminRequest> request(String actId);

    /** Every act that was ever proposed. */
    Collection<AdminRequest> requests();

    /** How many accounts are active and have the role of an administrator. */
    default long administrators() {
        return accounts().stream().filter(ActRules::isAdministrator).count();
    }

    void keep(Account account);

    void keep(StationAccount station);

    void keep(AdminRequest request);

    /** Tells the public log. */
    void publish(LogFact fact);

    /** Tells an officer something by SMS. */
    void tell(Reply notice);
}
