package org.carillon.rendering.radio;

import com.ibm.icu.lang.UScript;
import java.util.Map;
import java.util.Set;
import org.carillon.rendering.catalogue.Catalogue;

/**
 * How long a text takes to read aloud, from the pace that each language's folder states: words and characters by the minute,
 * pauses by punctuation. An estimate that is rather too long than too short. Safe for threads.
 */
public final class SpeakingPace {
    private static final int PARAGRAPH_MS = 400;
    private static final int SENTENCE_MS = 400;
    private static final int PHRASE_MS = 200;
    private static final int MINUTE_MS = 60_000;
    /** A word of that many letters more takes as long as two. */
    private static final int LONG_WORD = 14;

    private static final String ENDS_OF_SENTENCES = ".!?؟۔…。！？।";
    private static final String ENDS_OF_PHRASES = ",;:،؛、，；：–—(";
    /** Written without spaces between words. */
    private static final Set<Integer> UNSPACED = Set.of(
            UScript.HAN,
            UScript.HIRAGANA,
            UScript.KATAKANA,
            UScript.THAI,
            UScript.LAO,
            UScript.KHMER,
            UScript.MYANMAR,
            UScript.TIBETAN);

    private final Catalogue catalogue;

    public SpeakingPace(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Whole seconds, rounded up, for paragraphs that an empty line separates.
     *
     * @throws IllegalArgumentException for a language that the catalogue does not have
     */
    public int seconds(String language, String text) {
        return Math.ceilDiv(millis(language, text), 1000);
    }

    private int millis(String language, String text) {
        double word = MINUTE_MS / perMinute(language, "words");
        double character = MINUTE_MS / perMinute(language, "characters");
        double millis = 0;
        int letters = 0;
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (Character.isDigit(c)) {
                letters = 0;
                millis += word;
            } else if (UNSPACED.contains(UScript.getScript(c))) {
                letters = 0;
                millis += character;
            } else if (Character.isLetter(c)) {
                millis += letters == 0 ? word : 0;
                letters++;
                millis += letters > LONG_WORD ? word / LONG_WORD : 0;
            } else if (!staysInWord(points, i)) {
                letters = 0;
                millis += pause(points, i);
            }
        }
        return (int) Math.round(millis);
    }

    private double perMinute(String language, String unit) {
        return Integer.parseInt(catalogue.text(language, "radio.pace." + unit, Map.of()));
    }

    /** Marks of a letter, and an apostrophe or hyphen between letters. */
    private static boolean staysInWord(int[] points, int i) {
        int type = Character.getType(points[i]);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        boolean joins = points[i] == '\'' || points[i] == '’';
        return mark || (joins && i > 0 && i + 1 < points.length && Character.isLetter(points[i + 1]));
    }

    private static int pause(int[] points, int i) {
        int c = points[i];
        boolean inNumber =
                i > 0 && i + 1 < points.length && Character.isDigit(points[i - 1]) && Character.isDigit(points[i + 1]);
        if (inNumber) {
            return 0;
        }
        if (c == '\n') {
            return i > 0 && points[i - 1] == '\n' ? PARAGRAPH_MS : 0;
        }
        if (ENDS_OF_SENTENCES.indexOf(c) >= 0) {
            return SENTENCE_MS;
        }
        return ENDS_OF_PHRASES.indexOf(c) >= 0 ? PHRASE_MS : 0;
    }
}
