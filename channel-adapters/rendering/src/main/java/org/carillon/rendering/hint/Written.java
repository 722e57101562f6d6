package org.carillon.rendering.hint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.schemas.alert.AlertText;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says in one language, as far as it is written.
 *
 * @param language BCP 47
 * @param texts without those that are empty
 * @param places names of the districts that it is for, and of the city, in that language
 * @param wording whose words they are
 */
public record Written(String language, Map<Field, String> texts, List<String> places, Wording wording) {
    public Written {
        Map<Field, String> given = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                given.put(field, text.strip());
            }
        });
        texts = Map.copyOf(given);
        places = List.copyOf(places);
    }

    /** Whose words they are. */
    public enum Wording {
        /** The officer's or the sender's own. */
        OWN,
        /** A template's, whose form has asked for place and time where the hazard has them. */
        TEMPLATE,
        /** Of a cancel, all-clear or correction: nothing to do, and no place but that of the first message. */
        WITHDRAWAL
    }

    /** The texts of an alert. */
    public static Written of(String language, AlertText text, List<String> places, Wording wording) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        put(texts, Field.EVENT, text.event());
        put(texts, Field.HEADLINE, text.headline());
        put(texts, Field.DESCRIPTION, text.description());
        put(texts, Field.INSTRUCTION, text.instruction());
        put(texts, Field.PLAIN, text.plain());
        return new Written(language, texts, places, wording);
    }

    /** Empty where it has none. */
    String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /** Whether the first line and what to do are there: before, what is missing may still come. */
    boolean isWhole() {
        return !text(Field.HEADLINE).isEmpty() && !text(Field.INSTRUCTION).isEmpty();
    }

    /** Those fields one below the other. */
    String all(Field... fields) {
        return Stream.of(fields).map(this::text).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** What readers of the standard format get. */
    String standard() {
        return all(Field.EVENT, Field.HEADLINE, Field.DESCRIPTION, Field.INSTRUCTION);
    }

    Hint hint(String rule, @Nullable Field field, String words, Matter matter) {
        return new Hint(rule, language, field, words, matter);
    }

    /** Never shows the texts. */
    @Override
    public String toString() {
        return "Written[" + language + ", " + texts.keySet() + "]";
    }

    private static void put(Map<Field, String> texts, Field field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }
}
