package org.carillon.ingest.console.page;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.carillon.rendering.locale.LocalStyle;

/**
 * Numbers and moments as a language writes them in the city (CLDR), by the city's clocks. Digits are 0 to 9 in every language, as
 * in codes, in addresses and in what has to be typed. Safe for threads.
 */
public final class Figures {
    private final String language;
    private final ZoneId zone;
    private final LocalStyle style;
    private final LocalizedNumberFormatter numbers;
    private final PluralRules plurals;

    /** {@code language} is BCP 47. */
    public Figures(String language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.style = LocalStyle.ofZone(zone);
        // By the language alone: scripts in the page write the same numbers, and know no city.
        ULocale locale = LocalStyle.plain().locale(language);
        this.numbers = NumberFormatter.withLocale(locale);
        this.plurals = PluralRules.forLocale(locale);
    }

    /** A number with its thousands apart. */
    public String number(long number) {
        return numbers.format(number).toString();
    }

    /** With one place behind the point. */
    public String tenths(double number) {
        return numbers.precision(Precision.fixedFraction(1)).format(number).toString();
    }

    public String percent(int hundredths) {
        return numbers.unit(MeasureUnit.PERCENT).format(hundredths).toString();
    }

    /** CLDR's name for how the language counts so many: {@code one}, {@code other}, and up to four more. */
    public String plural(long number) {
        return plurals.select((double) number);
    }

    /** Day, month, year and time of day. */
    public String moment(Instant at) {
        return style.format("dMMMyjmm", at.atZone(zone), language);
    }

    /** The time of day, and the day unless it is that of {@code now}. */
    public String time(Instant at, Instant now) {
        return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone))
                ? style.format("jmm", at.atZone(zone), language)
                : style.time(at.atZone(zone), language);
    }
}
