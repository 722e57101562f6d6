package org.carillon.channel.radio.station;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.station.StationReport;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a bulletin told, so that a report of its airing can be counted for them. Filled by what this instance serves and from
 * the reports topic, by which a restart and other instances know it, too. The oldest are forgotten. Safe for threads.
 */
public final class ServedBulletins {
    private static final int MOST = 50_000;

    private final Map<String, List<AlertId>> alerts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<AlertId>> eldest) {
            return size() > MOST;
        }
    };

    /** Takes one record of the reports topic, or a bulletin that was just served. */
    public synchronized void put(@Nullable StationReport report) {
        if (report instanceof StationReport.Pulled pulled) {
            alerts.put(pulled.bulletin(), pulled.alerts());
        }
    }

    /** The alerts of a bulletin; empty for one that nobody has been given lately. */
    public synchronized Optional<List<AlertId>> alerts(String bulletin) {
        return Optional.ofNullable(alerts.get(bulletin));
    }
}
