package org.carillon.ingest.console.hazard;

import java.time.Duration;
import java.util.List;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;

/**
 * A hazard for which the texts have been written beforehand.
 *
 * @param name what officers call it
 * @param headline what residents will read first, with its gaps, or empty where it is not known
 * @param channels the playbook: channels that the hazard asks for
 * @param wordings the languages that have texts, in the city's order
 */
public record Hazard(
        String id,
        String name,
        String headline,
        String topic,
        Severity severity,
        Urgency urgency,
        Certainty certainty,
        Duration lifetime,
        List<String> channels,
        List<Parameter> parameters,
        List<Wording> wordings) {
    public Hazard {
        channels = List.copyOf(channels);
        parameters = List.copyOf(parameters);
        wordings = List.copyOf(wordings);
    }

    /**
     * Its texts in one language.
     *
     * @param language BCP 47
     * @param reviewed whether a named person has vouched for them
     * @param review who and when, or empty
     */
    public record Wording(String language, boolean reviewed, String review) {}

    public List<String> languages() {
        return wordings.stream().map(Wording::language).toList();
    }
}
