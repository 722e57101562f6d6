package org.carillon.channel.web.alerts;

import java.time.Instant;
import java.util.Optional;
import org.carillon.schemas.alert.Alert;

/** How an alert stands to everyone. */
public sealed interface Standing {
    /** To be acted on now. */
    record InForce(Alert alert) implements Standing {}

    /**
     * It was issued and is no longer to be followed.
     *
     * @param how why not
     * @param at since when
     * @param successor what took its place and may be seen, if anything; the newest of the series
     */
    record Ended(Alert alert, Ending how, Instant at, Optional<Alert> successor) implements Standing {}

    /** Not there, or never issued to residents: nobody learns which. */
    record Unknown() implements Standing {}

    /** Why an alert is no longer in force. */
    enum Ending {
        EXPIRED,
        REPLACED,
        WITHDRAWN
    }
}
