package org.carillon.schemas.cap.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Positions as CAP writes them: {@code lat,lon} pairs with white space between them. */
public final class Coordinates {

    private static final String NUMBER = "[-+]?(?:[0-9]{1,40}(?:\\.[0-9]{0,60})?|\\.[0-9]{1,60})";
    private static final Pattern PAIR = Pattern.compile("(" + NUMBER + "),(" + NUMBER + ")");
    private static final Pattern RADIUS = Pattern.compile(NUMBER);

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
        Matcher matcher = PAIR.matcher(text);
        return matcher.matches()
                ? Optional.of(new Pair(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))))
                : Optional.empty();
    }

    /** One plain decimal number; empty if the text is anything else. */
    public static Optional<Double> number(String text) {
        return RADIUS.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }
}
