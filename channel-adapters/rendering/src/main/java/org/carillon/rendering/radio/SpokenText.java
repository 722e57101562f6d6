package org.carillon.rendering.radio;

import com.ibm.icu.lang.UScript;
import java.util.List;

/**
 * A text as it can be read aloud.
 *
 * @param text one line that ends like a sentence; empty where there was nothing
 * @param dialled the telephone numbers in it, as they are spoken
 */
record SpokenText(String text, List<String> dialled) {
    static final SpokenText NOTHING = new SpokenText("", List.of());
    private static final String ENDS = ".!?؟۔…。！？।";

    SpokenText {
        dialled = List.copyOf(dialled);
    }

    /** The text, closed where it was left open. */
    static String sentence(String text) {
        return text.isEmpty() || isClosed(text) ? text : text + stop(text);
    }

    /** The full stop of the script that the last letter is of. */
    private static String stop(String text) {
        int script = text.codePoints()
                .map(UScript::getScript)
                .filter(found -> found != UScript.COMMON && found != UScript.INHERITED)
                .reduce(UScript.LATIN, (before, last) -> last);
        return switch (script) {
            case UScript.HAN -> "。";
            case UScript.DEVANAGARI, UScript.BENGALI -> "।";
            default -> ".";
        };
    }

    static boolean isClosed(String text) {
        return ENDS.indexOf(text.codePointBefore(text.length())) >= 0;
    }
}
