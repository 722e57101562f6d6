package org.carillon.schemas.reach;

import java.util.Map;
import org.carillon.schemas.alert.AlertId;

/**
 * One audience partition's share of an alert's reach, in absolute numbers: the newest replaces the one before.
 *
 * @param cutting true while the fan-out of this partition still goes on
 */
public record ReachPartial(
        AlertId alertId,
        int partition,
        boolean cutting,
        Map<String, Counts> channels,
        Map<String, Counts> byLanguage,
        Map<String, Counts> byArea,
        Latencies latencies) {
    public ReachPartial {
        channels = Map.copyOf(channels);
        byLanguage = Map.copyOf(byLanguage);
        byArea = Map.copyOf(byArea);
    }

    /** The record key, {@code alert/partition}. */
    public String path() {
        return alertId + "/" + partition;
    }
}
