package org.carillon.schemas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.Normalizer2;

/**
 * Makes texts comparable that people write in different ways: case, accents, full-width forms, Arabic letter variants
 * and vowel signs, local digits, invisible characters. What carries meaning in a script is kept: vowel signs of Indic
 * and Thai words, the voicing marks of Japanese.
 */
public final class Folding {
    private Folding() {}

    /**
     * The folded form of a text: words separated by single spaces, nothing at the ends, punctuation kept (typographic
     * quotes and dashes become plain ones). Folding twice changes nothing.
     */
    public static String fold(String text) {
        return isPlain(text) ? text : spaced(folded(text));
    }

    /**
     * The folded form of a name or a place as a key for look-ups: as {@link #fold}, and apostrophes are dropped, other
     * punctuation counts as a space ({@code "Saint-Jean"} is {@code "saint jean"}, {@code "L'Eau"} is {@code "leau"}).
     */
    public static String key(String text) {
        StringBuilder out = new StringBuilder(text.length());
        fold(text).codePoints().forEach(c -> {
            if (c == '\'') {
                return;
            }
            out.appendCodePoint(isWordCharacter(c) ? c : ' ');
        });
        return spaced(out.toString());
    }

    private static boolean isPlain(String text) {
        boolean spaceBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (space && !spaceBefore);
            if (!plain) {
                return false;
            }
            spaceBefore = space;
        }
        return text.isEmpty() || !spaceBefore;
    }

    private static String folded(String text) {
        Normalizer2 decomposed = Normalizer2.getNFKDInstance();
        String once =
                decomposed.normalize(UCharacter.foldCase(decomposed.normalize(text.replace('\u00B4', '\'')), true));
        StringBuilder out = new StringBuilder(once.length());
        once.codePoints().forEach(c -> append(out, c));
        return Normalizer2.getNFCInstance().normalize(out);
    }

    private static void append(StringBuilder out, int c) {
        if (isAccent(c) || isInvisible(c)) {
            return;
        }
        if (UCharacter.isUWhiteSpace(c) || UCharacter.isISOControl(c)) {
            out.append(' ');
        } else if (UCharacter.getType(c) == ECharacterCategory.DECIMAL_DIGIT_NUMBER) {
            out.append((char) ('0' + UCharacter.digit(c)));
        } else {
            letter(out, c);
        }
    }

    /** Letters that Unicode does not decompose but that people interchange. */
    private static void letter(StringBuilder out, int c) {
        switch (c) {
            case 'ı' -> out.append('i');
            case 'ł' -> out.append('l');
            case 'ø' -> out.append('o');
            case 'đ', 'ð' -> out.append('d');
            case 'ħ' -> out.append('h');
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            // Arabic script: alef wasla; alef maksura and Persian yeh; teh marbuta and the Urdu heh; Persian kaf.
            case 0x0671 -> out.append('\u0627');
            case 0x0649, 0x06CC -> out.append('\u064A');
            case 0x0629, 0x06BE, 0x06C1, 0x06C3, 0x06D5 -> out.append('\u0647');
            case 0x06A9 -> out.append('\u0643');
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x02BC, 0x02B9, '`' -> out.append('\'');
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB -> out.append('"');
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> out.append('-');
            case 0x060C, 0x3001 -> out.append(',');
            case 0x061B -> out.append(';');
            case 0x061F -> out.append('?');
            case 0x3002, 0x06D4, 0x0964 -> out.append('.');
            default -> out.appendCodePoint(c);
        }
    }

    /** Marks that readers leave out at will: Latin, Greek and Cyrillic accents, Arabic and Hebrew vowel signs. */
    private static boolean isAccent(int c) {
        return in(c, 0x0300, 0x036F)
                || in(c, 0x1AB0, 0x1AFF)
                || in(c, 0x1DC0, 0x1DFF)
                || in(c, 0x20D0, 0x20FF)
                || in(c, 0xFE20, 0xFE2F)
                || in(c, 0x0610, 0x061A)
                || in(c, 0x064B, 0x065F)
                || c == 0x0670
                || (in(c, 0x06D6, 0x06ED) && UCharacter.getType(c) == ECharacterCategory.NON_SPACING_MARK)
                || (in(c, 0x0591, 0x05C7) && UCharacter.getType(c) == ECharacterCategory.NON_SPACING_MARK);
    }

    /** Direction marks, joiners, soft hyphens, variation selectors, and the Arabic stretching stroke. */
    private static boolean isInvisible(int c) {
        return UCharacter.getType(c) == ECharacterCategory.FORMAT
                || in(c, 0xFE00, 0xFE0F)
                || in(c, 0xE0100, 0xE01EF)
                || c == 0x034F
                || c == 0x0640;
    }

    private static boolean isWordCharacter(int c) {
        return switch (UCharacter.getType(c)) {
            case ECharacterCategory.CONNECTOR_PUNCTUATION,
                    ECharacterCategory.DASH_PUNCTUATION,
                    ECharacterCategory.START_PUNCTUATION,
                    ECharacterCategory.END_PUNCTUATION,
                    ECharacterCategory.INITIAL_PUNCTUATION,
                    ECharacterCategory.FINAL_PUNCTUATION,
                    ECharacterCategory.OTHER_PUNCTUATION,
                    ECharacterCategory.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean in(int c, int from, int to) {
        return c >= from && c <= to;
    }

    private static String spaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ') {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
