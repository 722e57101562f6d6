package org.carillon.schemas.cap.rules;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.rules.Content.Form;
import org.carillon.schemas.cap.xml.XmlElement;

/** The simple types of the schema: what their texts look like. */
public final class TextForms {

    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*+");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,400}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})");

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][-+.a-zA-Z0-9]{0,60}+:");

    /** A data: URI may be as long as a picture; java.net.URI takes quadratic time over some texts. */
    private static final int LONGEST_URI_TAKEN_APART = 4_000;

    private static final Pattern LONG_URI = Pattern.compile("(?:[-a-zA-Z0-9._~:/?#@!$&'()*+,;=]|%[0-9a-fA-F]{2})*+");

    private TextForms() {}

    /** XML's own white space at both ends removed, as the schema does before it looks at a value. */
    public static String collapsed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Whether the text is a URI once those characters are escaped that may stand in XML but not in a URI. */
    static boolean isUri(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c <= ' ' || c >= 0x7f || "<>\"{}|\\^`".indexOf(c) >= 0;
            escaped.append(escape ? "%20" : String.valueOf(c));
        }
        if (escaped.length() > LONGEST_URI_TAKEN_APART) {
            return LONG_URI.matcher(escaped).matches();
        }
        try {
            new URI(escaped.toString());
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether a URI can be understood without another. */
    static boolean isAbsolute(String uri) {
        return SCHEME.matcher(uri).lookingAt();
    }

    /** The number, if the text is one in plain decimals. */
    static Optional<BigDecimal> decimal(String text) {
        String number = collapsed(text);
        return DECIMAL.matcher(number).matches() ? Optional.of(new BigDecimal(number)) : Optional.empty();
    }

    static void check(XmlElement element, Form form, Report report) {
        String text = collapsed(element.text());
        switch (form) {
            case ANY -> {}
            case DATE_TIME -> {
                if (CapTime.parse(text).isEmpty()) {
                    add(
                            CapRule.DATE_TIME_SYNTAX,
                            element,
                            "is no time: write it like 2002-05-24T16:49:00-07:00 (UTC is -00:00, not Z; no fraction).",
                            report);
                }
            }
            case LANGUAGE -> {
                if (!element.text().isEmpty() && !LANGUAGE.matcher(text).matches()) {
                    add(CapRule.LANGUAGE_SYNTAX, element, "is no language tag: write one like en-US.", report);
                }
            }
            case URI -> {
                if (!isUri(text)) {
                    add(CapRule.URI_SYNTAX, element, "is no URI: write one like https://example.org/alert.", report);
                }
            }
            case INTEGER -> {
                if (!INTEGER.matcher(text).matches()) {
                    add(CapRule.INTEGER_SYNTAX, element, "is no whole number: write bytes, such as 20480.", report);
                }
            }
            case DECIMAL -> {
                if (!DECIMAL.matcher(text).matches()) {
                    add(CapRule.DECIMAL_SYNTAX, element, "is no decimal number: write feet, such as 250.5.", report);
                }
            }
        }
    }

    private static void add(CapRule rule, XmlElement element, String complaint, Report report) {
        report.add(rule, element, "<" + element.name() + "> '" + Report.excerpt(element.text()) + "' " + complaint);
    }
}
