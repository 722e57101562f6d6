package org.carillon.router.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.station.StationAccount;

/** The book in maps. */
final class MemoryOffice implements OfficeBook {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, StationAccount> stations = new HashMap<>();
    private final Map<String, AdminRequest> requests = new HashMap<>();

    @Override
    public Optional<Account> account(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    @Override
    public Optional<StationAccount> station(String id) {
        return Optional.ofNullable(stations.get(id));
    }

    @Override
    public Optional<AdminRequest> request(String actId) {
        return Optional.ofNullable(requests.get(actId));
    }

    @Override
    public long administrators() {
        return accounts.values().stream().filter(ActRules::isAdministrator).count();
    }

    @Override
    public void keep(Account account) {
        accounts.put(account.user(), account);
    }

    @Override
    public void keep(StationAccount station) {
        stations.put(station.id(), station);
    }

    @Override
    public void keep(AdminRequest request) {
        requests.put(request.id(), request);
    }
}
