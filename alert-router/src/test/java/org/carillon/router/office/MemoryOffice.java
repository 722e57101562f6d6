package org.carillon.router.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.transparency.LogFact;

/** The book in maps. */
final class MemoryOffice implements OfficeBook {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, StationAccount> stations = new HashMap<>();
    private final Map<String, AdminRequest> requests = new HashMap<>();
    final List<Reply> told = new ArrayList<>();
    final List<LogFact> published = new ArrayList<>();

    @Override
    public Optional<Account> account(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    @Override
    public Collection<AdminRequest> requests() {
        return List.copyOf(requests.values());
    }

    @Override
    public void publish(LogFact fact) {
        published.add(fact);
    }

    @Override
    public void tell(Reply notice) {
        told.add(notice);
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
    public Collection<Account> accounts() {
        return List.copyOf(accounts.values());
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
