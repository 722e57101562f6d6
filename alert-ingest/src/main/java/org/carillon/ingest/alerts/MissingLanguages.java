package org.carillon.ingest.alerts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.ingest.remark.Remark;
import org.jspecify.annotations.Nullable;

/**
 * Warns of languages without a text: of each that a subscriber asked for, and of each that the census gives to one in a hundred
 * of the area. Fewer would bury what matters.
 */
final class MissingLanguages {
    private static final int ONE_IN = 100;

    private MissingLanguages() {}

    static List<Remark> of(ReadBack area, Preview.@Nullable Audience audience) {
        Map<String, Long> residents = area.withoutLanguage();
        Map<String, Long> subscribers = audience == null ? Map.of() : audience.missingLanguages();
        Set<String> languages = new TreeSet<>(subscribers.keySet());
        residents.forEach((language, count) -> {
            if (count * ONE_IN >= area.population()) {
                languages.add(language);
            }
        });
        return languages.stream()
                .<Remark>map(language -> new Remark.MissingLanguage(
                        language, residents.getOrDefault(language, 0L), subscribers.getOrDefault(language, 0L)))
                .toList();
    }
}
