package org.carillon.ingest.alerts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** What became of an alert, as the API shows it. */
public record ReachResource(
        long audience,
        boolean complete,
        Map<String, Counts> channels,
        Map<String, Counts> byLanguage,
        Map<String, Counts> byArea,
        @Nullable Long firstHandOffMs,
        @Nullable Long p50Ms,
        @Nullable Long p95Ms,
        @Nullable Long lastHandOffMs) {

    static ReachResource of(Alert alert, Optional<Reach> known) {
        Map<String, Counts> channels = new TreeMap<>();
        alert.content().channels().forEach(channel -> channels.put(channel, Counts.NONE));
        if (known.isEmpty()) {
            return new ReachResource(0, false, channels, Map.of(), Map.of(), null, null, null, null);
        }
        Reach reach = known.get();
        channels.putAll(reach.channels());
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

    private static @Nullable Long known(long millis) {
        return millis < 0 ? null : millis;
    }
}
