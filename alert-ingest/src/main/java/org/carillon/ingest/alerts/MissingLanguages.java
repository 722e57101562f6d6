package org.carillon.ingest.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.ingest.compose.LanguageChecks;
import org.jspecify.annotations.Nullable;

/**
 * Warns of languages without a text: of each that a subscriber asked for, and of each that the census gives to one in a hundred
 * of the area. Fewer would bury what matters.
 */
final class MissingLanguages {
    static final String NAME = "missing-language";
    private static final int ONE_IN = 100;

    private MissingLanguages() {}

    static List<LanguageChecks.Warning> of(ReadBack area, Preview.@Nullable Audience audience) {
        Map<String, Long> residents = area.withoutLanguage();
        Map<String, Long> subscribers = audience == null ? Map.of() : audience.missingLanguages();
        Set<String> languages = new TreeSet<>(subscribers.keySet());
        residents.forEach((language, count) -> {
            if (count * ONE_IN >= area.population()) {
                languages.add(language);
            }
        });
        List<LanguageChecks.Warning> warnings = new ArrayList<>();
        for (String language : languages) {
            warnings.add(new LanguageChecks.Warning(
                    NAME,
                    language,
                    null,
                    null,
                    message(residents.getOrDefault(language, 0L), subscribers.getOrDefault(language, 0L)),
                    "Add it, or a language that its readers know."));
        }
        return warnings;
    }

    private static String message(long residents, long subscribers) {
        List<String> parts = new ArrayList<>();
        if (residents > 0) {
            parts.add(count(residents)
                    + (residents == 1 ? " resident of the area speaks" : " residents of the area speak")
                    + " this language at home");
        }
        if (subscribers > 0) {
            parts.add(count(subscribers) + (subscribers == 1 ? " subscriber reads" : " subscribers read")
                    + " it and will get another");
        }
        return "has no text: " + String.join(", and ", parts);
    }

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
