package org.carillon.schemas.cap.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Positions as CAP writes them: {@code lat,lon} pairs with white space between them. */
public final class Coordinates {

    private static final int MOST_WHOLE_DIGITS = 40;
    private static final int MOST_DECIMALS = 60;

    private Coordinates() {}

    /** A word of a text, and where in the text it begins. */
    public record Token(int start, String text) {}

    /** Two numbers that may or may not be a position on earth. */
    public record Pair(double lat, double lon) {

        public boolean isOnEarth() {
            return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
        }

        /** No position as it stands, but one if latitude and longitude change places. */
        public boolean looksSwapped() {
            return !isOnEarth() && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
        }
    }

    /** The words of a text; only white space of XML separates. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (TextForms.isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && !TextForms.isSpace(text.charAt(i))) {
                i++;
            }
            tokens.add(new Token(start, text.substring(start, i)));
        }
        return tokens;
    }

    /** How many words a text has, without keeping them. */
    static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean begins = i == 0 || TextForms.isSpace(text.charAt(i - 1));
            count += begins && !TextForms.isSpace(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    /** One {@code lat,lon}; empty if the text is anything else. */
    public static Optional<Pair> pair(String text) {
        int comma = text.indexOf(',');
        return comma > 0 && isNumber(text, 0, comma) && isNumber(text, comma + 1, text.length())
                ? Optional.of(new Pair(
                        Double.parseDouble(text.substring(0, comma)), Double.parseDouble(text.substring(comma + 1))))
                : Optional.empty();
    }

    /** One plain decimal number; empty if the text is anything else. */
    public static Optional<Double> number(String text) {
        return isNumber(text, 0, text.length()) ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    /** By hand, since a message may have 50,000 points: {@code [-+]?([0-9]{1,40}(\.[0-9]{0,60})?|\.[0-9]{1,60})}. */
    private static boolean isNumber(String text, int from, int to) {
        int whole = from < to && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
        int point = endOfDigits(text, whole, to);
        if (point - whole > MOST_WHOLE_DIGITS) {
            return false;
        }
        if (point == to) {
            return point > whole;
        }
        int end = endOfDigits(text, point + 1, to);
        int decimals = end - point - 1;
        return text.charAt(point) == '.' && end == to && decimals <= MOST_DECIMALS && decimals + point > whole;
    }

    private static int endOfDigits(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
