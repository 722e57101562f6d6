package org.carillon.rendering.locale;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;

/** Times and lists in Haitian Creole, for which ICU has no data: it would write them in the language of the machine. */
final class HaitianCreole {
    private static final String LANGUAGE = "ht";
    private static final String[] MONTHS = {
        "janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"
    };
    private static final String[] SHORT_MONTHS = {
        "janv", "fevr", "mas", "avr", "me", "jen", "jiyè", "out", "sept", "okt", "nov", "des"
    };
    /** The first stays empty: ICU counts weekdays from one. */
    private static final String[] DAYS = {"", "dimanch", "lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi"};

    private static final String[] SHORT_DAYS = {"", "dim", "len", "mad", "mèk", "jed", "van", "sam"};

    private HaitianCreole() {}

    static boolean is(ULocale locale) {
        return locale.getLanguage().equals(LANGUAGE);
    }

    /** "A, B ak C". */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1 ? String.join("", items) : String.join(", ", items.subList(0, last)) + " ak " + items.get(last);
    }

    /** For the skeletons of {@link LocalStyle}. */
    static SimpleDateFormat format(String skeleton, ULocale locale) {
        SimpleDateFormat format = new SimpleDateFormat(pattern(skeleton, locale), ULocale.ROOT);
        format.setDateFormatSymbols(symbols());
        return format;
    }

    static DateFormatSymbols symbols() {
        DateFormatSymbols symbols = new DateFormatSymbols(ULocale.ROOT);
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            symbols.setMonths(MONTHS, context, DateFormatSymbols.WIDE);
            symbols.setMonths(SHORT_MONTHS, context, DateFormatSymbols.ABBREVIATED);
            symbols.setWeekdays(DAYS, context, DateFormatSymbols.WIDE);
            symbols.setWeekdays(SHORT_DAYS, context, DateFormatSymbols.ABBREVIATED);
        }
        return symbols;
    }

    /** The pattern of a time of day; the French of the same country decides how hours are counted. */
    static String clock(ULocale locale) {
        ULocale french = new ULocale("fr", locale.getCountry());
        boolean twelve = DateTimePatternGenerator.getInstance(french).getDefaultHourCycle()
                == DateFormat.HourCycle.HOUR_CYCLE_12;
        return twelve ? "h:mm a" : "HH:mm";
    }

    private static String pattern(String skeleton, ULocale locale) {
        String day = (skeleton.startsWith("EEEE") ? "EEEE " : skeleton.startsWith("E") ? "EEE " : "")
                + (skeleton.contains("MMMM") ? "d MMMM" : "d MMM")
                + (skeleton.endsWith("y") ? " y" : "");
        return skeleton.contains("j") ? day + ", " + clock(locale) : day;
    }
}
