package org.carillon.schemas.audience;

import java.util.Map;
import org.carillon.schemas.alert.AlertId;

/**
 * How many subscriptions of one audience partition an alert would match now, counted for its preview; the value of topic
 * {@code carillon.audience-estimates}.
 *
 * @param version submission of the alert that was counted for
 * @param byChannel recipients by channel and by the language in which they would get it
 * @param missing recipients by their own first language, where the alert has neither that nor their second
 */
public record AudienceEstimate(
        AlertId alertId,
        int version,
        int partition,
        Map<String, Map<String, Long>> byChannel,
        Map<String, Long> missing) {
    public AudienceEstimate {
        byChannel = Map.copyOf(byChannel);
        missing = Map.copyOf(missing);
    }

    /** The record key, {@code alert/version/partition}. */
    public String path() {
        return alertId + "/" + version + '/' + partition;
    }
}
