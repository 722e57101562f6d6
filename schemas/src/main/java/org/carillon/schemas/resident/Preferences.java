package org.carillon.schemas.resident;

import java.util.List;
import java.util.Objects;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;

/**
 * What a resident wants to hear of, how and in which language.
 *
 * @param languages BCP 47, one or two, the first preferred
 * @param districts codes, never empty
 * @param topics codes whose notices are wanted whatever their severity
 * @param level the least severity that always matches
 */
public record Preferences(
        List<String> languages, List<String> districts, List<String> topics, Level level, ContentFormat format) {
    private static final int MOST_LANGUAGES = 2;

    public Preferences {
        languages = List.copyOf(languages);
        districts = List.copyOf(districts);
        topics = List.copyOf(topics);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(format, "format");
        if (languages.isEmpty() || languages.size() > MOST_LANGUAGES || districts.isEmpty()) {
            throw new IllegalArgumentException("one or two languages, and at least one district");
        }
    }
}
