package org.carillon.schemas.reach;

import java.util.Map;
import org.carillon.schemas.alert.AlertId;
import org.jspecify.annotations.Nullable;

/**
 * Receipts added up over all partitions; the value of topic {@code carillon.reach}.
 *
 * @param partitionsDone partitions whose fan-out has ended
 * @param radio what stations reported; null while none has
 */
public record Reach(
        AlertId alertId,
        int partitionsDone,
        Map<String, Counts> channels,
        Map<String, Counts> byLanguage,
        Map<String, Counts> byArea,
        Latencies latencies,
        @Nullable RadioReach radio) {
    public Reach {
        channels = Map.copyOf(channels);
        byLanguage = Map.copyOf(byLanguage);
        byArea = Map.copyOf(byArea);
    }

    /** All recipients of all channels. */
    public long audience() {
        return channels.values().stream().mapToLong(Counts::audience).sum();
    }
}
