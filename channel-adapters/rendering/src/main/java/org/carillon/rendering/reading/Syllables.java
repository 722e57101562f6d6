package org.carillon.rendering.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Counts the syllables of a word by its groups of vowels: right for most words, which is enough for a mean. */
enum Syllables {
    /** Every vowel is one. */
    RUSSIAN("[аеёиоуыэюя]", ""),
    /** Two strong vowels, or a weak one with an accent, are two. */
    SPANISH("[iuü]?[aeoáéó](?:[iuy](?![aeoáéóíú]))?|[íú]|[iuü]+y?", ""),
    PORTUGUESE("[iu]?(?:[ãõ][eo]|[aeoáéóâêôàãõ](?:[iu](?![aeoáéóâêôãõ]))?)|[íú]|[iu]+", ""),
    /** A final e is silent, also before s. */
    FRENCH("[aàâeéèêëiîïoôuùûüyœæ]+", "(?<=[^aàâeéèêëiîïoôuùûüyœæ])es?$"),
    DUTCH("[aeiouyàáèéëïöü]+", ""),
    POLISH("i?[aąeęoóuy]|i", ""),
    /** For formulas that ask for none. */
    NONE("$", "");

    private final Pattern part;
    private final Pattern silent;

    Syllables(String part, String silent) {
        this.part = Pattern.compile(part);
        this.silent = Pattern.compile(silent);
    }

    /** At least one. */
    int of(String word) {
        String spoken = silent.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        return (int) Math.max(1, part.matcher(spoken).results().count());
    }
}
