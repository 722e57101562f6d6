package org.carillon.rendering.locale;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.SimpleTimeZone;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a city writes times and lists: CLDR's way for the language in the city's country.
 *
 * @param region ISO 3166 code of the city's country, which decides 12 or 24 hours, the order of a date and the names of
 *     months; empty for the language's own default. A region in the language tag wins.
 * @param nativeDigits the language's own digits instead of 0 to 9; what has to be typed or dialled is never written so
 */
public record LocalStyle(Optional<String> region, boolean nativeDigits) {
    /** What zones that belong to no country answer (UN M.49). */
    private static final String WORLD = "001";
    /** Bulgarian writes "19:05 ч." for a time alone, and not so in a sentence. */
    private static final Pattern WORD = Pattern.compile("\\s?'[^']*'\\.?");

    /** The language's own conventions, with digits 0 to 9. */
    public static LocalStyle plain() {
        return new LocalStyle(Optional.empty(), false);
    }

    /** The conventions of a country (ISO 3166 code), with digits 0 to 9. */
    public static LocalStyle of(String region) {
        return new LocalStyle(Optional.of(region), false);
    }

    /** The conventions of the country that a time zone lies in, so that all languages of a city write 14:05, or all 2:05 PM. */
    public static LocalStyle ofZone(ZoneId zone) {
        String country = TimeZone.getRegion(TimeZone.getCanonicalID(zone.getId()));
        return country.equals(WORLD) ? plain() : of(country);
    }

    /** Weekday, day, month and time of day, in the zone that the time carries. */
    public String time(ZonedDateTime time, String language) {
        return format("EEEdMMMjmm", time, language);
    }

    /** As {@link #time}, without the weekday. */
    public String timeWithoutWeekday(ZonedDateTime time, String language) {
        return format("dMMMjmm", time, language);
    }

    /** The time of day alone, without words round it. */
    public String clock(ZonedDateTime time, String language) {
        return write(clockPattern(language), time, language);
    }

    /** Whether the hours of the day are written from 0 to 23. */
    public boolean countsTo24(String language) {
        return clockPattern(language).startsWith("H");
    }

    /** Names of weekdays and months, and of the halves of the day. */
    public DateFormatSymbols symbols(String language) {
        ULocale locale = locale(language);
        return HaitianCreole.is(locale) ? HaitianCreole.symbols() : DateFormatSymbols.getInstance(locale);
    }

    /** Day, month and year. */
    public String date(LocalDate date, String language) {
        return format("dMMMy", date.atStartOfDay(ZoneOffset.UTC), language);
    }

    /** "A, B and C" as the language writes it. */
    public String list(Collection<String> items, String language) {
        ULocale locale = locale(language);
        return HaitianCreole.is(locale)
                ? HaitianCreole.list(List.copyOf(items))
                : ListFormatter.getInstance(locale).format(items);
    }

    /** The ICU locale of a language in this city. */
    public ULocale locale(String language) {
        ULocale.Builder builder = new ULocale.Builder().setLanguageTag(language);
        if (ULocale.forLanguageTag(language).getCountry().isEmpty()) {
            region.ifPresent(builder::setRegion);
        }
        return builder.setUnicodeLocaleKeyword("nu", nativeDigits ? "native" : "latn")
                .setUnicodeLocaleKeyword("ca", "gregory")
                .build();
    }

    /** A time by the fields that an ICU skeleton names. */
    public String format(String skeleton, ZonedDateTime time, String language) {
        ULocale locale = locale(language);
        DateFormat format = HaitianCreole.is(locale)
                ? HaitianCreole.format(skeleton, locale)
                : DateFormat.getInstanceForSkeleton(skeleton, locale);
        return written(format, time);
    }

    /** A time by an ICU pattern; one with names only for languages that ICU knows. */
    String write(String pattern, ZonedDateTime time, String language) {
        ULocale locale = locale(language);
        return written(new SimpleDateFormat(pattern, HaitianCreole.is(locale) ? ULocale.ROOT : locale), time);
    }

    private String clockPattern(String language) {
        ULocale locale = locale(language);
        return HaitianCreole.is(locale)
                ? HaitianCreole.clock(locale)
                : WORD.matcher(DateTimePatternGenerator.getInstance(locale).getBestPattern("jmm"))
                        .replaceAll("");
    }

    private static String written(DateFormat format, ZonedDateTime time) {
        // The offset that Java knows: ICU has time zone rules of its own and no zones such as "+05:00".
        format.setTimeZone(new SimpleTimeZone(time.getOffset().getTotalSeconds() * 1000, "local"));
        return format.format(Date.from(time.toInstant()));
    }
}
