package org.carillon.rendering.check;

import java.time.Instant;
import java.util.Set;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an alert as one language gives them.
 *
 * @param language BCP 47
 * @param expires null where it gives none
 * @param areas codes of the districts
 * @param instruction null where it gives none
 */
public record LanguageFacts(
        String language,
        Severity severity,
        Urgency urgency,
        Certainty certainty,
        @Nullable Instant expires,
        Set<String> areas,
        @Nullable String instruction) {
    public LanguageFacts {
        areas = Set.copyOf(areas);
    }

    /** Never shows the texts. */
    @Override
    public String toString() {
        return "LanguageFacts[" + language + "]";
    }
}
