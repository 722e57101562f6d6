package org.carillon.router.audience;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.carillon.schemas.alert.AlertId;

/**
 * When an alert's numbers may be passed on again: soon at first, then less and less often while they keep changing. Sixteen
 * partitions of a large alert in a city of many districts would otherwise fill the reach task's connection.
 */
final class ReportPace {
    private static final int SLOWEST = 8;

    private final long shortest;
    private final long longest;
    private final Map<AlertId, Beat> beats = new HashMap<>();

    /** The last report, and how long the next one has to wait, in milliseconds. */
    private record Beat(long at, long interval) {}

    ReportPace(Duration shortest) {
        this.shortest = shortest.toMillis();
        this.longest = this.shortest * SLOWEST;
    }

    boolean due(AlertId alertId, long now) {
        Beat last = beats.get(alertId);
        return last == null || now - last.at >= last.interval;
    }

    void reported(AlertId alertId, long now) {
        Beat last = beats.get(alertId);
        boolean running = last != null && now - last.at <= 2 * longest;
        beats.put(alertId, new Beat(now, last != null && running ? Math.min(longest, last.interval * 2) : shortest));
    }

    void forget(AlertId alertId) {
        beats.remove(alertId);
    }
}
