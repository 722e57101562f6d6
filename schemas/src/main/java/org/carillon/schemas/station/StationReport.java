package org.carillon.schemas.station;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.carillon.schemas.alert.AlertId;

/**
 * What a station did with a bulletin; the value of topic {@code carillon.station-reports}, keyed by the station's id. The router
 * adds it to the reach of every alert that the bulletin had.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StationReport.Pulled.class, name = "pulled"),
    @JsonSubTypes.Type(value = StationReport.Aired.class, name = "aired")
})
public sealed interface StationReport {
    String station();

    /** The bulletin's id: the same for the same words. */
    String bulletin();

    /** The alerts that it told in full or in brief. */
    List<AlertId> alerts();

    Instant at();

    /** The station has fetched it. */
    record Pulled(String station, String bulletin, List<AlertId> alerts, Instant at) implements StationReport {
        public Pulled {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * The station has read it on air. The same bulletin at the same time, reported again, is one airing.
     *
     * @param at when it went on air
     */
    record Aired(String station, String bulletin, List<AlertId> alerts, Instant at, int seconds)
            implements StationReport {
        public Aired {
            alerts = List.copyOf(alerts);
        }
    }
}
