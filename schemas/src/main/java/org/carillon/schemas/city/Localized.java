package org.carillon.schemas.city;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One text in every language of the city.
 *
 * @param texts by BCP 47 code, in the order of the languages; not empty
 */
public record Localized(@JsonValue Map<String, String> texts) {

    @JsonCreator
    public Localized {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * The text in a language; failing that in its base language ({@code pt} for {@code pt-BR}); failing that in the
     * city's first language.
     */
    public String in(String language) {
        String exact = texts.get(language);
        if (exact != null) {
            return exact;
        }
        int hyphen = language.lastIndexOf('-');
        return hyphen > 0
                ? in(language.substring(0, hyphen))
                : texts.values().iterator().next();
    }
}
