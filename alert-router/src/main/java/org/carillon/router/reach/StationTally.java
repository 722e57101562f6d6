package org.carillon.router.reach;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.reach.RadioReach;
import org.carillon.schemas.station.StationReport;

/** What stations did, each deed once however often it is reported: one key a station that pulled, one key an airing. */
final class StationTally {
    private static final byte[] DONE = {1};
    private static final int ALERTS_AT_HAND = 32;
    private static final String PULLED = "/pulled/";
    private static final String AIRED = "/aired/";

    private final KeyValueStore<String, byte[]> deeds;
    private final Map<AlertId, RadioReach> atHand = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, RadioReach> eldest) {
            return size() > ALERTS_AT_HAND;
        }
    };

    StationTally(KeyValueStore<String, byte[]> deeds) {
        this.deeds = deeds;
    }

    /** Counts a report for one of its alerts; false where that deed is known. */
    boolean add(AlertId alert, StationReport report) {
        RadioReach before = of(alert);
        if (deeds.putIfAbsent(key(alert, report), DONE) != null) {
            return false;
        }
        atHand.put(
                alert,
                switch (report) {
                    case StationReport.Pulled pulled -> new RadioReach(before.pulled() + 1, before.aired());
                    case StationReport.Aired aired -> new RadioReach(before.pulled(), before.aired() + 1);
                });
        return true;
    }

    /** All that is known of an alert. */
    RadioReach of(AlertId alert) {
        RadioReach known = atHand.get(alert);
        if (known == null) {
            known = new RadioReach(count(alert + PULLED), count(alert + AIRED));
            atHand.put(alert, known);
        }
        return known;
    }

    private static String key(AlertId alert, StationReport report) {
        return switch (report) {
            case StationReport.Pulled pulled -> alert + PULLED + pulled.station();
            case StationReport.Aired aired ->
                alert + AIRED + aired.station() + '/' + aired.bulletin() + '/' + aired.at();
        };
    }

    /** Keys that begin so lie between the prefix and its successor, in which the last slash is the character after it. */
    private long count(String prefix) {
        long count = 0;
        try (var found = deeds.range(prefix, prefix.substring(0, prefix.length() - 1) + '0')) {
            while (found.hasNext()) {
                found.next();
                count++;
            }
        }
        return count;
    }
}
