package org.carillon.rendering.push;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts made fit for a notification: no controls, single spaces, no empty lines; letters and punctuation stay. */
final class PushText {
    private PushText() {}

    static String tidy(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return Normalizer2.getNFCInstance()
                .normalize(out)
                .replaceAll(" +", " ")
                .replaceAll(" ?\n[ \n]*", "\n")
                .strip();
    }

    /** Half a surrogate pair has no form in UTF-8. */
    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\n', '\r', '\f', 0x000B, 0x0085, 0x2028, 0x2029 -> out.append('\n');
            default -> {
                if (c == '\t' || UCharacter.isUWhiteSpace(c)) {
                    out.append(' ');
                } else if (!UCharacter.isISOControl(c)
                        && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    /** Nothing, the first sentence, the first two … the whole text. */
    static List<String> prefixes(String text, String language) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        sentences.setText(text);
        for (int end = sentences.first(); end != BreakIterator.DONE; end = sentences.next()) {
            String prefix = text.substring(0, end).strip();
            if (!prefix.equals(prefixes.getLast())) {
                prefixes.add(prefix);
            }
        }
        return prefixes;
    }
}
