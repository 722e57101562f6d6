package org.carillon.rendering.locale;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;

/**
 * Days and times in full, as sentences have them: CLDR's day in the city's country, put together with the time of day in each
 * language's own way. Safe for threads.
 */
public record LongTimes(Catalogue catalogue, LocalStyle style) {

    /** Weekday, day and month. */
    public String day(LocalDate date, String language) {
        return day(date.atStartOfDay(ZoneOffset.UTC), language);
    }

    /** Weekday, day, month and time of day, in the zone that the time carries. */
    public String moment(ZonedDateTime time, String language) {
        return moment(time, style.clock(time, language), language);
    }

    /** As {@link #moment(ZonedDateTime, String)}, with the time of day in words of the caller's. */
    public String moment(ZonedDateTime time, String clock, String language) {
        return moment(day(time, language), clock, language);
    }

    /** What stands between the day and the time of day. */
    public String joint(String language) {
        String mark = "\u0000";
        String whole = moment(mark, mark, language);
        return whole.substring(whole.indexOf(mark) + 1, whole.lastIndexOf(mark));
    }

    private String moment(String day, String clock, String language) {
        return catalogue.text(language, "time.moment", Map.of("date", day, "time", clock));
    }

    private String day(ZonedDateTime time, String language) {
        String pattern = catalogue.text(language, "time.day", Map.of());
        return pattern.isEmpty() ? style.format("EEEEdMMMM", time, language) : style.write(pattern, time, language);
    }
}
