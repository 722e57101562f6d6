package org.carillon.router.audience;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.schemas.alert.AlertId;
import org.jspecify.annotations.Nullable;

/** All runs of a partition whose audience is still kept, written through to their store. */
final class RunBook {
    private final KeyValueStore<String, Run> store;
    private final Map<AlertId, Run> runs = new LinkedHashMap<>();

    RunBook(KeyValueStore<String, Run> store) {
        this.store = store;
        try (var all = store.all()) {
            all.forEachRemaining(entry -> runs.put(entry.value.alertId(), entry.value));
        }
    }

    @Nullable
    Run find(AlertId alertId) {
        return runs.get(alertId);
    }

    Collection<Run> all() {
        return List.copyOf(runs.values());
    }

    void put(Run run) {
        runs.put(run.alertId(), run);
        store.put(run.alertId().value(), run);
    }

    void remove(AlertId alertId) {
        runs.remove(alertId);
        store.delete(alertId.value());
    }
}
