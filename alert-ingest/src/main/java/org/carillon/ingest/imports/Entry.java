package org.carillon.ingest.imports;

import java.time.Instant;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Subscription;

/**
 * One line of a list that can be taken in.
 *
 * @param line of the file on which it begins
 * @param consentText the words that were agreed to
 * @param proof where the city keeps the proof
 */
record Entry(int line, E164 number, Preferences preferences, Instant consentAt, String consentText, String proof) {
    Subscription.Consent consent() {
        return Subscription.Consent.declared(
                consentText, preferences.languages().getFirst(), consentAt, proof);
    }

    /** Nothing of whoever it is about. */
    @Override
    public String toString() {
        return "Entry[line=" + line + ']';
    }
}
