package org.carillon.schemas.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A telephone number in the international form of ITU-T E.164: {@code +}, then 7 to 15 digits that do not begin with 0.
 * It is personal data: {@code toString} and the exceptions of this class never show it.
 *
 * @param digits the digits after the {@code +} as a number
 */
public record E164(long digits) {
    private static final int MIN_DIGITS = 7;
    private static final int MAX_DIGITS = 15;
    private static final long LOWEST = 1_000_000L;
    private static final long HIGHEST = 999_999_999_999_999L;

    public E164 {
        if (digits < LOWEST || digits > HIGHEST) {
            throw new IllegalArgumentException("not an E.164 number: 7 to 15 digits expected");
        }
    }

    /**
     * Reads {@code +} and digits, nothing else.
     *
     * @throws IllegalArgumentException for any other text; the message does not repeat it
     */
    @JsonCreator
    public static E164 of(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an E.164 number: + and 7 to 15 digits expected, the first not 0");
        }
        return new E164(Long.parseLong(text, 1, text.length(), 10));
    }

    /** Whether {@link #of} would accept the text. */
    public static boolean isValid(String text) {
        int count = text.length() - 1;
        if (count < MIN_DIGITS || count > MAX_DIGITS || text.charAt(0) != '+' || text.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number with its {@code +}, for the provider. */
    @JsonValue
    public String value() {
        return "+" + digits;
    }

    @Override
    public String toString() {
        return "E164[…]";
    }
}
