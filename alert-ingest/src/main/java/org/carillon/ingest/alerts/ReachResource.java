package org.carillon.ingest.alerts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.RadioReach;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What became of an alert, as the API shows it.
 *
 * @param channels {@link Counts} of those who have contacts; of radio what stations pulled and aired, of the web where it stands
 */
public record ReachResource(
        long audience,
        boolean complete,
        Map<String, Object> channels,
        Map<String, Counts> byLanguage,
        Map<String, Counts> byArea,
        @Nullable Long firstHandOffMs,
        @Nullable Long p50Ms,
        @Nullable Long p95Ms,
        @Nullable Long lastHandOffMs) {
    /** Readers of the web are not counted: only where it can be read. */
    record WebReach(boolean inForce, Set<String> languages) {}

    static ReachResource of(Alert alert, Optional<Reach> known, Instant now) {
        Map<String, Object> channels = new TreeMap<>();
        alert.content().channels().forEach(channel -> channels.put(channel, none(channel, alert, now)));
        if (known.isEmpty()) {
            return new ReachResource(0, false, channels, Map.of(), Map.of(), null, null, null, null);
        }
        Reach reach = known.get();
        channels.putAll(reach.channels());
        if (reach.radio() != null) {
            channels.put("radio", reach.radio());
        }
        Latencies times = reach.latencies();
        return new ReachResource(
                reach.audience(),
                reach.partitionsDone() >= Topics.AUDIENCE_PARTITIONS,
                channels,
                new TreeMap<>(reach.byLanguage()),
                new TreeMap<>(reach.byArea()),
                known(times.firstMs()),
                known(times.quantileMs(0.5)),
                known(times.quantileMs(0.95)),
                known(times.lastMs()));
    }

    private static Object none(String channel, Alert alert, Instant now) {
        return switch (channel) {
            case "radio" -> RadioReach.NONE;
            case "web" ->
                new WebReach(alert.inForce(now), alert.content().texts().keySet());
            default -> Counts.NONE;
        };
    }

    private static @Nullable Long known(long millis) {
        return millis < 0 ? null : millis;
    }
}
