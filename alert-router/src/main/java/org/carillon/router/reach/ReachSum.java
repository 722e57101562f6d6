package org.carillon.router.reach;

import java.util.Map;
import java.util.TreeMap;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.RadioReach;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.reach.ReachPartial;

/** The shares of one alert added up, with what stations did. */
final class ReachSum {
    private final Map<String, Counts> channels = new TreeMap<>();
    private final Map<String, Counts> byLanguage = new TreeMap<>();
    private final Map<String, Counts> byArea = new TreeMap<>();
    private Latencies latencies = Latencies.NONE;
    private int partitionsDone;

    void add(ReachPartial share) {
        share.channels().forEach((name, counts) -> channels.merge(name, counts, Counts::plus));
        share.byLanguage().forEach((name, counts) -> byLanguage.merge(name, counts, Counts::plus));
        share.byArea().forEach((name, counts) -> byArea.merge(name, counts, Counts::plus));
        latencies = latencies.plus(share.latencies());
        partitionsDone += share.cutting() ? 0 : 1;
    }

    Reach of(AlertId alertId, RadioReach radio) {
        return new Reach(
                alertId,
                partitionsDone,
                channels,
                byLanguage,
                byArea,
                latencies,
                radio.equals(RadioReach.NONE) ? null : radio);
    }
}
