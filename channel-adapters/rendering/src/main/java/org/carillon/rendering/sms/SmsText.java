package org.carillon.rendering.sms;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Makes a text cheaper to send without touching what it means: letters and accents stay, no character ever becomes a
 * question mark.
 */
public final class SmsText {
    private SmsText() {}

    /**
     * The text in NFC, with LF line ends, plain spaces and nothing that prints as nothing. Typographic quotes, dashes
     * and the like become their GSM equivalents only where that makes the whole text GSM-7; a text that needs UCS-2
     * anyway keeps them. Doing it twice changes nothing.
     */
    public static String normalise(String text) {
        if (GsmAlphabet.covers(text) && text.indexOf('\r') < 0 && text.indexOf('\f') < 0) {
            return text;
        }
        String clean = nfc(mapped(text.replace("\r\n", "\n"), SmsText::withoutMeaning));
        if (GsmAlphabet.covers(clean)) {
            return clean;
        }
        String plain = nfc(mapped(clean, SmsText::plainPunctuation));
        return GsmAlphabet.covers(plain) ? plain : clean;
    }

    /** As {@link #normalise}, and runs of spaces become one, lines lose their outer spaces, empty lines go. */
    static String tidy(String text) {
        return normalise(text)
                .replaceAll(" +", " ")
                .replaceAll(" ?\n[ \n]*", "\n")
                .strip();
    }

    private static String nfc(String text) {
        return Normalizer2.getNFCInstance().normalize(text);
    }

    private interface Mapping {
        /** Appends what stands for the code point. */
        void append(StringBuilder out, int c);
    }

    private static String mapped(String text, Mapping mapping) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> mapping.append(out, c));
        return out.toString();
    }

    /** Line ends and spaces of every kind, soft hyphens, zero-width spaces, byte order marks, controls. */
    private static void withoutMeaning(StringBuilder out, int c) {
        switch (c) {
            case '\n', '\r', '\f', 0x000B, 0x0085, 0x2028, 0x2029 -> out.append('\n');
            case 0x00AD, 0x200B, 0x2060, 0xFEFF -> {}
            default -> {
                if (c == '\t' || UCharacter.isUWhiteSpace(c)) {
                    out.append(' ');
                } else if (!UCharacter.isISOControl(c)) {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    /** Joiners and direction marks go only here: between letters of the GSM alphabet they do nothing. */
    private static void plainPunctuation(StringBuilder out, int c) {
        switch (c) {
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2039, 0x203A, 0x00B4, '`' -> out.append('\'');
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB -> out.append('"');
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2022, 0x00B7 -> out.append('-');
            case 0x2026 -> out.append("...");
            case 0x200C, 0x200D, 0x200E, 0x200F, 0x061C -> {}
            default -> {
                boolean embedding = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
                if (!embedding) {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
