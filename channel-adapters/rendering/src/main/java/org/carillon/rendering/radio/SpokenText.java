package org.carillon.rendering.radio;

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
    /** Their sign holds the space that follows. */
    private static final String FULL_WIDTH = "。，、；：！？）";

    SpokenText {
        dialled = List.copyOf(dialled);
    }

    /** The text, closed with the language's full stop where it was left open. */
    static String sentence(String text, String stop) {
        return text.isEmpty() || isClosed(text) ? text : text + stop;
    }

    /** The text without what ends a sentence, to stand within another. */
    static String open(String text) {
        int end = text.length();
        while (end > 0 && (ENDS.indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Two texts in a line. */
    static String joined(String before, String after) {
        boolean apart = !before.isEmpty() && FULL_WIDTH.indexOf(before.charAt(before.length() - 1)) < 0;
        return before + (apart ? " " : "") + after;
    }

    static boolean isClosed(String text) {
        return ENDS.indexOf(text.codePointBefore(text.length())) >= 0;
    }
}
