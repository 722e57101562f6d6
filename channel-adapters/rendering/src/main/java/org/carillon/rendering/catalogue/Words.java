package org.carillon.rendering.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.resident.Word;
import org.carillon.schemas.text.Folding;

/** The words that residents text, in every language: read from the catalogue, looked up as people type them. */
public final class Words {
    private final Map<String, Map<Word, List<String>>> spellings;
    private final Map<String, List<String>> everywhere;
    private final Map<String, List<Entry>> entries;
    private final Map<String, List<String>> everywhereLanguages;

    /**
     * One word of one language.
     *
     * @param language BCP 47 tag of the language it belongs to
     * @param command what it asks for
     * @param spelling as the catalogue writes it
     * @param unmistakable false for a word that means something else elsewhere, and so counts only as the whole message or
     *     in the resident's own language; only stop words are ever false
     */
    public record Entry(String language, Word command, String spelling, boolean unmistakable) {}

    /** What the word files of all languages hold, in the order of the languages. */
    Words(List<WordFile> files) {
        Map<String, Map<Word, List<String>>> byLanguage = new LinkedHashMap<>();
        Map<String, List<Entry>> index = new LinkedHashMap<>();
        Map<String, List<String>> all = new LinkedHashMap<>();
        Map<String, List<String>> allIndex = new LinkedHashMap<>();
        for (WordFile file : files) {
            byLanguage.put(file.language(), new EnumMap<>(file.commands()));
            all.put(file.language(), file.everywhere());
            file.entries()
                    .forEach(e -> index.computeIfAbsent(Folding.key(e.spelling()), key -> new ArrayList<>())
                            .add(e));
            file.everywhere()
                    .forEach(word -> allIndex.computeIfAbsent(Folding.key(word), key -> new ArrayList<>())
                            .add(file.language()));
        }
        index.replaceAll((key, found) -> List.copyOf(found));
        allIndex.replaceAll((key, found) -> List.copyOf(found));
        this.spellings = Collections.unmodifiableMap(byLanguage);
        this.everywhere = Collections.unmodifiableMap(all);
        this.entries = index;
        this.everywhereLanguages = allIndex;
    }

    /**
     * Every meaning of a word as typed (folded here: case, accents, full width, Arabic variants), in the order of the
     * languages; several where languages share it, none where it is unknown.
     */
    public List<Entry> find(String typed) {
        return entries.getOrDefault(Folding.key(typed), List.of());
    }

    /** The languages in which a word as typed means the whole city ({@code ALL}); empty where it does not. */
    public List<String> findEverywhere(String typed) {
        return everywhereLanguages.getOrDefault(Folding.key(typed), List.of());
    }

    /** All spellings of a command in a supported language, the one that is shown to residents first. */
    public List<String> of(String language, Word command) {
        return ofLanguage(spellings, language).getOrDefault(command, List.of());
    }

    /** The spelling that is shown to residents. */
    public String shown(String language, Word command) {
        return of(language, command).getFirst();
    }

    /** The spellings of {@code ALL}, the whole city, in a supported language; the one that is shown first. */
    public List<String> everywhere(String language) {
        return ofLanguage(everywhere, language);
    }

    private static <T> T ofLanguage(Map<String, T> map, String language) {
        T found = map.get(language);
        if (found == null) {
            throw new IllegalArgumentException("unsupported language " + language);
        }
        return found;
    }
}
