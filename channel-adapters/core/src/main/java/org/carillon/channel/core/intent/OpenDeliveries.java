package org.carillon.channel.core.intent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.carillon.schemas.delivery.DeliveryId;

/** All deliveries with an intent and no final outcome, by id, by due time and by the offset that a restart must go back to. */
public final class OpenDeliveries {
    private static final Comparator<Due> BY_TIME =
            Comparator.comparing(Due::at).thenComparing(due -> due.id().path());

    private final Map<DeliveryId, OpenDelivery> byId = new HashMap<>();
    private final TreeSet<Due> deferred = new TreeSet<>(BY_TIME);
    private final TreeSet<Due> inDoubt = new TreeSet<>(BY_TIME);
    private final TreeMap<Long, DeliveryId> marks = new TreeMap<>();

    /** Adds it, or replaces what was known about the same delivery. */
    public void put(OpenDelivery delivery) {
        remove(delivery.id());
        byId.put(delivery.id(), delivery);
        if (delivery.mark() != OpenDelivery.UNWRITTEN) {
            marks.put(delivery.mark(), delivery.id());
        }
        switch (delivery.phase()) {
            case OpenDelivery.Phase.InFlight flying -> {}
            case OpenDelivery.Phase.Deferred d -> deferred.add(new Due(d.due(), delivery.id()));
            case OpenDelivery.Phase.InDoubt d -> inDoubt.add(new Due(d.due(), delivery.id()));
        }
    }

    /** Forgets a delivery that is finished. */
    public void remove(DeliveryId id) {
        OpenDelivery known = byId.remove(id);
        if (known == null) {
            return;
        }
        marks.remove(known.mark());
        switch (known.phase()) {
            case OpenDelivery.Phase.InFlight flying -> {}
            case OpenDelivery.Phase.Deferred d -> deferred.remove(new Due(d.due(), id));
            case OpenDelivery.Phase.InDoubt d -> inDoubt.remove(new Due(d.due(), id));
        }
    }

    public Optional<OpenDelivery> find(DeliveryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<OpenDelivery> all() {
        return List.copyOf(byId.values());
    }

    /** Deferred deliveries whose time has come, the longest due first. */
    public List<OpenDelivery> dueDeferred(Instant now, int max, Predicate<OpenDelivery> which) {
        return due(deferred, now, max, which);
    }

    /** Deliveries in doubt about which it is time to ask. */
    public List<OpenDelivery> dueInDoubt(Instant now, int max) {
        return due(inDoubt, now, max, any -> true);
    }

    /** Deferred deliveries that satisfy the condition, due or not. */
    public List<OpenDelivery> deferred(Predicate<OpenDelivery> which) {
        return due(deferred, Instant.MAX, Integer.MAX_VALUE, which);
    }

    /** When the next one is due. */
    public Optional<Instant> nextDue() {
        Instant first = null;
        for (TreeSet<Due> set : List.of(deferred, inDoubt)) {
            if (!set.isEmpty() && (first == null || set.first().at().isBefore(first))) {
                first = set.first().at();
            }
        }
        return Optional.ofNullable(first);
    }

    /** The offset from which everything that is open can be rebuilt; empty when nothing written is open. */
    public Optional<Long> lowWater() {
        return marks.isEmpty() ? Optional.empty() : Optional.of(marks.firstKey());
    }

    public int size() {
        return byId.size();
    }

    public int inDoubtCount() {
        return inDoubt.size();
    }

    private List<OpenDelivery> due(Set<Due> set, Instant now, int max, Predicate<OpenDelivery> which) {
        List<OpenDelivery> found = new ArrayList<>();
        for (Due due : set) {
            if (found.size() >= max || due.at().isAfter(now)) {
                break;
            }
            OpenDelivery delivery = byId.get(due.id());
            if (delivery != null && which.test(delivery)) {
                found.add(delivery);
            }
        }
        return found;
    }

    private record Due(Instant at, DeliveryId id) {}
}
