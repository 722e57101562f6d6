package org.carillon.rendering.hint;

import com.ibm.icu.lang.UCharacter;

/** Figures of any script as 0 to 9. */
final class Digits {
    private Digits() {}

    static String latin(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? UCharacter.digit(c) : -1;
            digits.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return digits.toString();
    }
}
