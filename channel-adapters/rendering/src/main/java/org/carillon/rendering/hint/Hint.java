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
 * @param matter what is the matter, from which follows what to do about it
 */
public record Hint(String rule, String language, @Nullable Field field, String words, Matter matter) {
    public Hint {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(matter, "matter");
    }

    /** The language of {@link #words}: that of the other text where they are missing in this one. */
    public String languageOfWords() {
        return matter instanceof Matter.Milder milder ? milder.other() : language;
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Hint[" + rule + ", " + language + ", " + field + "]";
    }
}
