package org.carillon.rendering.hint;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Small numbers as words, by CLDR's rules for the language: "one minute" says 1. */
final class NumberWords {
    private static final int MOST_LENGTH = 2;
    private static final int MOST = 12;

    private NumberWords() {}

    static boolean says(String text, String language, String figures) {
        if (figures.length() > MOST_LENGTH || Integer.parseInt(figures) > MOST) {
            return false;
        }
        long number = Long.parseLong(figures);
        RuleBasedNumberFormat format =
                new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
        String lower = text.toLowerCase(Locale.forLanguageTag(language));
        return Stream.of(format.getRuleSetNames())
                .filter(rules -> rules.startsWith("%spellout-") && !rules.contains("year"))
                .map(rules -> format.format(number, rules).replace("\u00ad", ""))
                .filter(word -> word.codePoints().noneMatch(Character::isDigit))
                .anyMatch(word -> contains(lower, word));
    }

    private static boolean contains(String text, String word) {
        boolean unspaced = Pattern.compile("\\p{IsHan}").matcher(word).find();
        return unspaced
                ? text.contains(word)
                : Pattern.compile("(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}])")
                        .matcher(text)
                        .find();
    }
}
