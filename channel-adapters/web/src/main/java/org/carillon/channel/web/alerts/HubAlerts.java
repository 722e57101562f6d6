package org.carillon.channel.web.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/** The alerts as they stand; asked by many threads at once, answered from memory. */
public interface HubAlerts {
    /** What residents should act on at that moment, the gravest first. */
    List<Alert> inForce(Instant at);

    /** Every alert in whatever state, also those that nobody may see. */
    List<Alert> all();

    /** An alert in whatever state. */
    Optional<Alert> find(AlertId id);

    /** What was frozen for the web in that language and format. */
    Optional<Rendition> rendition(Alert alert, String language, ContentFormat format);

    /** The exact bytes of an alert's CAP message. */
    Optional<byte[]> document(AlertId id);
}
