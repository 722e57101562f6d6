package org.carillon.router.resident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** What one task remembers of its residents, in its state stores. */
final class StoredResidents implements ResidentBook {
    private static final String CONTACTS = "contacts";
    private static final String SUBSCRIPTIONS = "subscriptions";
    private static final String DEPARTURES = "departures";
    private static final String ORDINALS = "ordinals";
    private static final String DUES = "resident-dues";
    private static final String HEARD = "heard";
    private static final String NEXT = "next";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HEARD_KEPT = Duration.ofDays(1);

    private final int partition;
    private final KeyValueStore<String, Contact> contacts;
    private final KeyValueStore<String, Subscription> subscriptions;
    private final KeyValueStore<String, LedgerEntry> departures;
    private final KeyValueStore<String, Integer> ordinals;
    private final KeyValueStore<String, String> dues;
    private final WindowStore<String, String> heard;
    private final LongSupplier clock;

    private StoredResidents(ProcessorContext<?, ?> context) {
        partition = context.taskId().partition();
        contacts = context.getStateStore(CONTACTS);
        subscriptions = context.getStateStore(SUBSCRIPTIONS);
        departures = context.getStateStore(DEPARTURES);
        ordinals = context.getStateStore(ORDINALS);
        dues = context.getStateStore(DUES);
        heard = context.getStateStore(HEARD);
        clock = context::currentSystemTimeMs;
    }

    /** In one order, so that the topology describes itself in the same words every time. */
    static Set<StoreBuilder<?>> stores() {
        return new LinkedHashSet<>(List.of(
                store(Stores.persistentKeyValueStore(CONTACTS), Json.serde(Contact.class)),
                store(Stores.persistentKeyValueStore(SUBSCRIPTIONS), Json.serde(Subscription.class)),
                store(Stores.persistentKeyValueStore(DEPARTURES), Json.serde(LedgerEntry.class)),
                store(Stores.inMemoryKeyValueStore(ORDINALS), Serdes.Integer()),
                store(Stores.inMemoryKeyValueStore(DUES), Serdes.String()),
                Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(HEARD, HEARD_KEPT.plus(HOUR), HOUR, false),
                        Serdes.String(),
                        Serdes.String())));
    }

    static StoredResidents open(ProcessorContext<?, ?> context) {
        return new StoredResidents(context);
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
        return Optional.ofNullable(contacts.get(id.value()));
    }

    @Override
    public Optional<Subscription> subscription(SubscriptionId id) {
        return Optional.ofNullable(subscriptions.get(id.value()));
    }

    @Override
    public Optional<LedgerEntry> departure(LedgerId id) {
        return Optional.ofNullable(departures.get(id.value()));
    }

    @Override
    public boolean heard(String id) {
        long now = clock.getAsLong();
        try (WindowStoreIterator<String> hours = heard.fetch(id, now - HEARD_KEPT.toMillis(), now)) {
            return hours.hasNext();
        }
    }

    /** By the hour, so that a look-up passes few windows. */
    void hear(String id, Instant at) {
        heard.put(id, "", at.truncatedTo(ChronoUnit.HOURS).toEpochMilli());
    }

    @Override
    public int partition() {
        return partition;
    }

    @Override
    public int nextOrdinal() {
        Integer next = ordinals.get(NEXT);
        return next == null ? 0 : next;
    }

    void useOrdinal(int ordinal) {
        ordinals.put(NEXT, ordinal + 1);
    }

    void keep(ContactId id, @Nullable Contact contact) {
        putOrDelete(contacts, id.value(), contact);
    }

    void keep(SubscriptionId id, @Nullable Subscription subscription) {
        putOrDelete(subscriptions, id.value(), subscription);
    }

    void keep(LedgerEntry departure) {
        departures.put(departure.id().value(), departure);
    }

    void lookAgain(ContactId id, Instant at) {
        dues.put(due(at) + id.value(), id.value());
    }

    /** Erasures are few, what is due is in memory: a walk through all of it is cheaper than an index. */
    void lookNoMore(ContactId id) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, String> all = dues.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.equals(id.value())) {
                    keys.add(entry.key);
                }
            });
        }
        keys.forEach(dues::delete);
    }

    /** Takes the numbers out that are due by now. */
    List<ContactId> takeDue(Instant now) {
        List<String> keys = new ArrayList<>();
        List<ContactId> ids = new ArrayList<>();
        try (KeyValueIterator<String, String> range = dues.range(due(Instant.EPOCH), due(now.plusMillis(1)))) {
            range.forEachRemaining(entry -> {
                keys.add(entry.key);
                ids.add(ContactId.of(entry.value));
            });
        }
        keys.forEach(dues::delete);
        return ids.stream().distinct().toList();
    }

    private static <V> void putOrDelete(KeyValueStore<String, V> store, String key, @Nullable V value) {
        if (value == null) {
            store.delete(key);
        } else {
            store.put(key, value);
        }
    }

    /** Sorts as text in the order of time. */
    private static String due(Instant at) {
        return String.format("%016x/", at.toEpochMilli());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(
            KeyValueBytesStoreSupplier supplier, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), serde);
    }
}
