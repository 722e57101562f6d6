package org.carillon.rendering.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One language's {@code hints.yaml}: words by which the hints for officers see what a text says.
 *
 * @param now that say when, beside times of day, weekdays and months
 * @param places that name a place, beside the city's own names
 * @param danger that say that it is grave
 */
public record HintWords(Pattern now, Pattern places, Pattern danger) {
    private static final String LETTER = "[\\p{L}\\p{M}]";
    private static final String FEW_WORDS = "[^.!?]{0,40}";
    /** Written without spaces, so that a word may begin and end anywhere. */
    private static final Pattern UNSPACED = Pattern.compile("\\p{IsHan}");

    static HintWords read(YamlFile file) {
        return new HintWords(words(file, "now"), words(file, "places"), words(file, "danger"));
    }

    /** A pattern that finds any of the words. */
    private static Pattern words(YamlFile file, String key) {
        List<String> words = file.list(key);
        if (words.isEmpty()) {
            throw new CatalogueException(file.name() + ": " + key + ": words are expected");
        }
        return Pattern.compile(
                words.stream().map(HintWords::word).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String word(String word) {
        boolean unspaced = UNSPACED.matcher(word).find();
        String front = unspaced || word.startsWith("*") ? "" : "(?<!" + LETTER + ")";
        String behind = unspaced || word.endsWith("*") ? "" : "(?!" + LETTER + ")";
        String inner = word.replaceAll("^\\*|\\*$", "");
        return front
                + Stream.of(inner.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(FEW_WORDS))
                + behind;
    }
}
