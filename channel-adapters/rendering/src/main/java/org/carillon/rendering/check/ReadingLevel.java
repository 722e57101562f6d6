package org.carillon.rendering.check;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How hard a text is to read, by LIX: words per sentence plus the share of long words (more than six letters) in per cent. Made for
 * languages that write words apart; a hint for the officer, never a reason to hold a warning back.
 *
 * <p>Source: C. H. Björnsson, Läsbarhet, 1968. Below 30 is very easy, 40 ordinary, above 50 hard.
 */
public final class ReadingLevel {
    /** From here on an officer is told. */
    public static final int HARD = 50;

    private static final int LONG_WORD = 6;
    /** Fewer words say nothing about how a text reads. */
    private static final int FEWEST_WORDS = 8;

    private ReadingLevel() {}

    /** The LIX of a text; empty for one that is too short to tell. */
    public static OptionalInt lix(String text, String language) {
        Locale locale = Locale.forLanguageTag(language);
        int words = 0;
        int longWords = 0;
        BreakIterator breaks = BreakIterator.getWordInstance(locale);
        breaks.setText(text);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_LETTER) {
                words++;
                longWords += text.codePointCount(from, to) > LONG_WORD ? 1 : 0;
            }
        }
        return words < FEWEST_WORDS
                ? OptionalInt.empty()
                : OptionalInt.of(Math.round((float) words / sentences(text, locale) + 100f * longWords / words));
    }

    private static int sentences(String text, Locale locale) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(text);
        int sentences = 0;
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            sentences += text.substring(from, to).isBlank() ? 0 : 1;
        }
        return Math.max(1, sentences);
    }
}
