package org.carillon.router.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.transparency.LogFact;

/** The book in the state stores of the one task that decides about accounts; what is kept goes to its topic, too. */
final class StoredOffice implements OfficeBook {
    static final String EGRESS_ACCOUNTS = "egress-accounts";
    static final String EGRESS_STATIONS = "egress-stations";
    static final String EGRESS_ACTS = "egress-admin-acts";
    static final String EGRESS_FACTS = "egress-facts-of-acts";
    static final String EGRESS_NOTICES = "egress-office-notices";

    private static final String ACCOUNTS = "office-accounts";
    private static final String STATIONS = "office-stations";
    private static final String ACTS = "office-acts";

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, Account> accounts;
    private final KeyValueStore<String, StationAccount> stations;
    private final KeyValueStore<String, AdminRequest> acts;

    StoredOffice(ProcessorContext<String, Object> context) {
        this.context = context;
        this.accounts = context.getStateStore(ACCOUNTS);
        this.stations = context.getStateStore(STATIONS);
        this.acts = context.getStateStore(ACTS);
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(ACCOUNTS, Account.class), store(STATIONS, StationAccount.class), store(ACTS, AdminRequest.class));
    }

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
        return Optional.ofNullable(acts.get(actId));
    }

    @Override
    public Collection<Account> accounts() {
        return all(accounts);
    }

    @Override
    public Collection<AdminRequest> requests() {
        return all(acts);
    }

    private static <V> Collection<V> all(KeyValueStore<String, V> store) {
        List<V> found = new ArrayList<>();
        try (KeyValueIterator<String, V> all = store.all()) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    @Override
    public void keep(Account account) {
        takeUp(account);
        send(account.user(), account, EGRESS_ACCOUNTS);
    }

    @Override
    public void keep(StationAccount station) {
        takeUp(station);
        send(station.id(), station, EGRESS_STATIONS);
    }

    @Override
    public void keep(AdminRequest request) {
        acts.put(request.id(), request);
        send(request.id(), request, EGRESS_ACTS);
    }

    /** The key is for whoever looks into the topic, as with facts about alerts. */
    @Override
    public void publish(LogFact fact) {
        send("hub", fact, EGRESS_FACTS);
    }

    @Override
    public void tell(Reply notice) {
        send(notice.contactId().value(), notice, EGRESS_NOTICES);
    }

    /** Keeps what stands in its topic already. */
    void takeUp(Account account) {
        accounts.put(account.user(), account);
    }

    void takeUp(StationAccount station) {
        stations.put(station.id(), station);
    }

    private void send(String key, Object value, String sink) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Json.serde(type));
    }
}
