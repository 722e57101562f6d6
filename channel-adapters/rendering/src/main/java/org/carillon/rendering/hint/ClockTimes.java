package org.carillon.rendering.hint;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the times of day in a text in one way, so that 7 pm, 19h and 19:00 are the same. */
final class ClockTimes {
    private static final Pattern FULL_HOUR = Pattern.compile("(?<!\\d)(\\d{1,2})(?: ?[hH] ?|:)00(?![\\d:])");
    private static final Pattern LEADING_ZERO = Pattern.compile("(?<![\\d:.,])0(\\d(?:[:hH.]\\d{2}| ?[hH]))");
    private static final int HALF_DAY = 12;

    private ClockTimes() {}

    static String of24Hours(String text, String language) {
        String[] marks =
                DateFormatSymbols.getInstance(ULocale.forLanguageTag(language)).getAmPmStrings();
        String before = replaced(text, noon("a.m.", "am", marks[0]), 0);
        String after = replaced(before, noon("p.m.", "pm", marks[1]), HALF_DAY);
        String full = FULL_HOUR.matcher(after).replaceAll("$1 ");
        return LEADING_ZERO.matcher(full).replaceAll("$1");
    }

    /** The mark stands behind the time, in Chinese before it. */
    private static Pattern noon(String... marks) {
        String mark = Stream.of(marks).map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        String time = "(\\d{1,2})(?:[:.](\\d{2}))?";
        return Pattern.compile(
                "(?<!\\d)" + time + "\\s?" + mark + "(?![\\p{L}\\p{M}])|(?<=\\p{IsHan})" + mark + "\\s?" + time + "|^"
                        + mark + "\\s?" + time,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String replaced(String text, Pattern pattern, int add) {
        return pattern.matcher(text).replaceAll(found -> {
            int hour = Integer.parseInt(first(found, 1, 3, 5)) % HALF_DAY + add;
            String minutes = first(found, 2, 4, 6);
            return hour + (minutes.isEmpty() ? "" : ":" + minutes) + " ";
        });
    }

    private static String first(MatchResult found, int... groups) {
        for (int group : groups) {
            String text = found.group(group);
            if (text != null) {
                return text;
            }
        }
        return "";
    }
}
