package org.carillon.rendering.notice;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

/** Finds out whether a text says what another one says anyway, whatever its case, accents and punctuation. */
public final class SameWords {
    /** Accents and the like, not the vowel signs of Indian scripts. */
    private static final Pattern MARKS = Pattern.compile("\\p{IsInherited}+");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** No space stands between words: any sign may begin one. */
    private static final Pattern HAN = Pattern.compile("(\\p{IsHan})");

    private SameWords() {}

    /** Whether the words of {@code part} stand in {@code whole}; the last may go on there, as "flood" does in "flooding". */
    public static boolean contains(String whole, String part) {
        return folded(whole).contains(folded(part));
    }

    /** A space before every word and none behind the last. */
    private static String folded(String text) {
        String decomposed = Normalizer2.getNFKDInstance()
                .normalize(Normalizer2.getNFKCCasefoldInstance().normalize(text));
        String words = NO_WORD.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll(" ");
        return " " + HAN.matcher(words).replaceAll(" $1 ").strip().replaceAll(" +", " ");
    }
}
