package org.carillon.router.resident;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.jspecify.annotations.Nullable;

/** The hub's memory as commands change it, with a clock that is set by hand. */
final class Desk implements ResidentBook {
    private final Map<SubscriptionId, Subscription> subscriptions = new HashMap<>();
    private final Map<Recipient, AudienceEntry> audience = new HashMap<>();
    private final Map<String, GateEntry> gate = new HashMap<>();
    private final Map<LedgerId, LedgerEntry> ledger = new HashMap<>();
    private final Set<String> heard = new HashSet<>();
    private final SubscriptionDesk desk = new SubscriptionDesk(Phone.CONFIG, this);
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private int ordinal;

    /** Hands a command in; each has one answer. */
    SubscriptionDecision ask(SubscriptionCommand command) {
        now = now.plus(Duration.ofSeconds(1));
        List<SubscriptionDecision> decisions = desk.answer(command, now).stream()
                .flatMap(effect -> take(effect).stream())
                .toList();
        if (decisions.size() != 1) {
            throw new AssertionError("one decision expected, not " + decisions.size());
        }
        return decisions.getFirst();
    }

    /** A subscription that is there already. */
    void keep(Subscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    Instant now() {
        return now;
    }

    Map<Recipient, AudienceEntry> audience() {
        return audience;
    }

    Map<String, GateEntry> gate() {
        return gate;
    }

    Map<LedgerId, LedgerEntry> ledger() {
        return ledger;
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Subscription> subscription(SubscriptionId id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    @Override
    public Optional<LedgerEntry> departure(LedgerId id) {
        return Optional.ofNullable(ledger.get(id));
    }

    @Override
    public boolean heard(String id) {
        return heard.contains(id);
    }

    @Override
    public int partition() {
        return Phone.PARTITION;
    }

    @Override
    public int nextOrdinal() {
        return ordinal;
    }

    private Optional<SubscriptionDecision> take(ResidentEffect effect) {
        switch (effect) {
            case ResidentEffect.KeepSubscription keep -> put(subscriptions, keep.id(), keep.subscription());
            case ResidentEffect.UseOrdinal use -> ordinal = use.ordinal() + 1;
            case ResidentEffect.PutAudience put -> put(audience, put.recipient(), put.entry());
            case ResidentEffect.PutGate put -> put(gate, put.key(), put.entry());
            case ResidentEffect.PutLedger put -> ledger.put(put.entry().id(), put.entry());
            case ResidentEffect.Hear hear -> heard.add(hear.id());
            case ResidentEffect.Decide decide -> {
                return Optional.of(decide.decision());
            }
            case ResidentEffect.KeepContact keep -> throw new AssertionError("a command says nothing of a number");
            case ResidentEffect.Say say -> throw new AssertionError("a command is not answered by text");
            case ResidentEffect.LookAgain look -> throw new AssertionError("a command waits for nothing");
            case ResidentEffect.LookNoMore look -> throw new AssertionError("a command waits for nothing");
        }
        return Optional.empty();
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
