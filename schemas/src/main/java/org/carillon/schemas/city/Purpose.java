package org.carillon.schemas.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.carillon.schemas.keys.PurposeId;

/**
 * What personal data may be used for, by whom, and until when.
 *
 * @param id its name in the key ring
 * @param text what residents consent to
 * @param sunset the last day
 * @param provider the company that carries the messages, named in the consent
 */
public record Purpose(PurposeId id, Localized text, LocalDate sunset, String provider) {

    /** The moment after the last day: from then on its keys are destroyed. */
    public Instant endsAt(ZoneId zone) {
        return sunset.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
