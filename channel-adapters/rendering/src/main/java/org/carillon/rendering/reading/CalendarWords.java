package org.carillon.rendering.reading;

import com.ibm.icu.text.DateFormatSymbols;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.carillon.rendering.locale.LocalStyle;

/** Names of weekdays and months. */
public final class CalendarWords {
    private static final int SHORTEST = 2;

    private CalendarWords() {}

    /** All forms of all names, also with a capital at the beginning. */
    public static Set<String> of(String language) {
        DateFormatSymbols symbols = LocalStyle.plain().symbols(language);
        Set<String> words = new HashSet<>();
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                add(words, symbols.getWeekdays(context, width));
                add(words, symbols.getMonths(context, width));
            }
        }
        return words;
    }

    private static void add(Set<String> words, String[] names) {
        for (String name : names) {
            // Numbers stand for months where CLDR has no names.
            if (name.length() >= SHORTEST && name.codePoints().noneMatch(Character::isDigit)) {
                words.add(name);
                words.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
            }
        }
    }
}
