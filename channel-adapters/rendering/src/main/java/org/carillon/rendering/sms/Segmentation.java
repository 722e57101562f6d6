package org.carillon.rendering.sms;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a text travels as SMS: its encoding, its length in that encoding's units, and the text of each part.
 *
 * <p>Parts are packed, never divided: an escape pair, a surrogate pair and a whole grapheme go to the next part rather
 * than straddle two, which is how handsets and Twilio count (3GPP TS 23.038 and 23.040, 9.2.3.24).
 *
 * @param encoding of the whole message: one character outside GSM 03.38 makes all of it UCS-2
 * @param units septets or UTF-16 code units of the whole text
 * @param parts the text of each part, in order; together they are the text; one empty part for an empty text
 */
public record Segmentation(SmsEncoding encoding, int units, List<String> parts) {
    /** Keeps a copy of the parts. */
    public Segmentation {
        parts = List.copyOf(parts);
    }

    /** Packs a text exactly as it stands; nothing is normalised here. */
    public static Segmentation of(String text) {
        SmsEncoding encoding = GsmAlphabet.covers(text) ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2;
        int units = units(text, 0, text.length(), encoding);
        return new Segmentation(encoding, units, units <= encoding.unitsAlone() ? List.of(text) : pack(text, encoding));
    }

    /** The number of parts, which is what a provider bills and rates. */
    public int count() {
        return parts.size();
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Segmentation[" + encoding + ", units=" + units + ", parts=" + count() + "]";
    }

    private static List<String> pack(String text, SmsEncoding encoding) {
        List<String> parts = new ArrayList<>();
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int partStart = 0;
        int used = 0;
        int from = graphemes.first();
        for (int next = graphemes.next(); next != BreakIterator.DONE; next = graphemes.next()) {
            while (from < next) {
                int to = fitting(text, from, next, encoding);
                int units = units(text, from, to, encoding);
                if (used + units > encoding.unitsInPart()) {
                    parts.add(text.substring(partStart, from));
                    partStart = from;
                    used = 0;
                }
                used += units;
                from = to;
            }
        }
        parts.add(text.substring(partStart));
        return parts;
    }

    /** The end of the grapheme, or of its first code point when the grapheme alone is longer than a part. */
    private static int fitting(String text, int from, int end, SmsEncoding encoding) {
        return units(text, from, end, encoding) <= encoding.unitsInPart() ? end : text.offsetByCodePoints(from, 1);
    }

    private static int units(String text, int from, int to, SmsEncoding encoding) {
        return switch (encoding) {
            case UCS_2 -> to - from;
            case GSM_7 -> {
                int septets = 0;
                for (int i = from; i < to; i++) {
                    septets += GsmAlphabet.septets(text.charAt(i));
                }
                yield septets;
            }
        };
    }
}
