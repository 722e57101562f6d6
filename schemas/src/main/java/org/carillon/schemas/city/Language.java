package org.carillon.schemas.city;

import java.util.List;

/**
 * A language that the hub speaks in this city.
 *
 * @param code BCP 47, such as {@code ar}
 * @param name its own name for itself, such as العربية
 * @param words what else residents call it, in any language
 * @param isReviewed whether a native speaker has read this pack's texts in it
 */
public record Language(String code, String name, List<String> words, boolean isReviewed) {
    public Language {
        words = List.copyOf(words);
    }
}
