package org.carillon.rendering.radio;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;

/**
 * How times of day look in one language.
 *
 * @param clock finds one: groups {@code hour}, {@code minutes}, {@code am} and {@code pm}
 * @param partOfDay finds words that say the part of the day themselves
 */
record TimePattern(Pattern clock, Pattern partOfDay) {
    private static final String HAN = "&&[^\\p{IsHan}]";
    private static final String NOT_BEHIND = "(?<![\\p{L}\\p{M}\\d:./+" + HAN + "])";
    private static final String NOT_BEFORE = "(?![:./]?\\d)(?![\\p{L}\\p{M}" + HAN + "])";
    /** Of an abbreviation, not of the sentence. */
    private static final String STOP = "(?:\\.(?!\\s*(?:\\p{Lu}|$)))?";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    static TimePattern of(Catalogue catalogue, LocalStyle style, String language) {
        List<String> halves = List.of(style.symbols(language).getAmPmStrings());
        String mark = "(?:(?<am>" + letters(halves.getFirst()) + ")|(?<pm>" + letters(halves.getLast()) + "))";
        boolean first = Character.isIdeographic(halves.getFirst().codePointAt(0));
        String time = "(?<hour>\\d{1,2})(?::(?<minutes>\\d{2}))" + (first ? "" : "?");
        List<String> units = words(catalogue, language, "units");
        String unit = units.isEmpty()
                ? ""
                : units.stream().map(TimePattern::letters).collect(Collectors.joining("|", "(?:\\s?(?:", "))?"));
        return new TimePattern(
                Pattern.compile(
                        NOT_BEHIND
                                + (first ? "(?:" + mark + "\\s?)?" : "")
                                + time
                                + (first ? "" : "(?:\\s?" + mark + ")?")
                                + unit
                                + NOT_BEFORE,
                        FLAGS),
                Pattern.compile(
                        words(catalogue, language, "parts").stream()
                                .map(TimePattern::word)
                                .collect(Collectors.joining("|")),
                        FLAGS));
    }

    /** "p.m." and "p. m." and "pm" are the same. */
    private static String letters(String abbreviation) {
        return abbreviation
                        .codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining("\\.?\\s?"))
                + STOP;
    }

    /** Chinese sets no space between words. */
    private static String word(String word) {
        boolean open = Character.isIdeographic(word.codePointAt(0));
        String end = open || word.endsWith("*") ? "" : "(?![\\p{L}\\p{M}])";
        return (open ? "" : "(?<![\\p{L}\\p{M}])") + Pattern.quote(word.replace("*", "")) + end;
    }

    private static List<String> words(Catalogue catalogue, String language, String key) {
        String words = catalogue.text(language, "time.on-air." + key, Map.of());
        return Arrays.stream(words.split(", ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
