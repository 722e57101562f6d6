package org.carillon.rendering.hint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an officer should look at.
 *
 * @param rule its name, as {@code long-sentence}
 * @param language BCP 47
 * @param field that it is about, or null for all of them together
 * @param words of the text that it is about, or empty
 * @param message what is the matter
 * @param advice what to do about it
 */
public record Hint(String rule, String language, @Nullable Field field, String words, String message, String advice) {
    public Hint {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(language, "language");
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Hint[" + rule + ", " + language + ", " + field + "]";
    }
}
