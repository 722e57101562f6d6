package org.carillon.schemas.resident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a text could mean. The adapter sends them all; the router, which knows the resident's language and dialogue,
 * chooses.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Meaning.Join.class, name = "join"),
    @JsonSubTypes.Type(value = Meaning.Yes.class, name = "yes"),
    @JsonSubTypes.Type(value = Meaning.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = Meaning.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Meaning.Lang.class, name = "lang"),
    @JsonSubTypes.Type(value = Meaning.Area.class, name = "area"),
    @JsonSubTypes.Type(value = Meaning.Help.class, name = "help"),
    @JsonSubTypes.Type(value = Meaning.Forget.class, name = "forget"),
    @JsonSubTypes.Type(value = Meaning.Choice.class, name = "choice")
})
public sealed interface Meaning {
    /** Language of the word (BCP 47); the hub's default for what has none. */
    String language();

    /**
     * {@code JOIN [area] [language]}.
     *
     * @param area null where none was named
     * @param chosenLanguage a language named after the word, or null
     */
    record Join(
            String language,
            @Nullable AreaChoice area,
            @Nullable String chosenLanguage) implements Meaning {}

    /** The whole message is a yes in that language. */
    record Yes(String language) implements Meaning {}

    /**
     * A stop word came first.
     *
     * @param unmistakable it means nothing else in any language
     * @param wholeMessage nothing else was said
     */
    record Stop(String language, boolean unmistakable, boolean wholeMessage) implements Meaning {}

    record Start(String language) implements Meaning {}

    /**
     * {@code LANG xx}.
     *
     * @param chosen a supported language, or null
     * @param second true for {@code +bn}: a second language
     * @param unsupported BCP 47 code of a language that was named and is not supported, or null
     */
    record Lang(
            String language,
            @Nullable String chosen,
            boolean second,
            @Nullable String unsupported) implements Meaning {}

    /** {@code AREA …}; null where nothing was named. */
    record Area(String language, @Nullable AreaChoice area) implements Meaning {}

    record Help(String language) implements Meaning {}

    /**
     * {@code FORGET} or {@code FORGET digits}.
     *
     * @param digits 4 to 6 digits that could be those that the hub gave, or null: anything else may be a telephone number, which is
     *     not repeated
     */
    record Forget(String language, @Nullable String digits) implements Meaning {
        /** Without the digits, which stand for the will of one person. */
        @Override
        public String toString() {
            return "Forget[language=" + language + ", digits=" + (digits == null ? "none" : "…") + "]";
        }
    }

    /** A bare number (or the word ALL as 0): an answer to the last numbered question. */
    record Choice(String language, int number) implements Meaning {}
}
