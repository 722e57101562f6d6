package org.carillon.rendering.radio;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.locale.LongTimes;

/** Times as they are said on air: weekday, day and month in full, hours in the language's own way of telling them. Safe for threads. */
public final class SpokenTimes {
    private static final int HALF_DAY = 12;
    private static final double MINUTES = 60;

    private final Catalogue catalogue;
    private final LongTimes times;

    public SpokenTimes(Catalogue catalogue, LocalStyle style) {
        this.catalogue = catalogue;
        this.times = new LongTimes(catalogue, style);
    }

    /**
     * Day and time of day, in the zone that the time carries. "Twelve at night" would leave open which end of the day is meant, so
     * the hour of midnight has words of its own.
     */
    public String time(ZonedDateTime time, String language) {
        if (time.getHour() == 0) {
            String date = times.day(time.toLocalDate(), language);
            return time.getMinute() == 0
                    ? catalogue.text(language, "radio.midnight", Map.of("date", date))
                    : catalogue.text(
                            language, "radio.after-midnight", Map.of("date", date, "minutes", time.getMinute()));
        }
        return times.moment(time, clock(time.toLocalTime(), language), language);
    }

    /** A time of day from one o'clock on. */
    String clock(LocalTime time, String language) {
        boolean of24 = said(language, "hours", Map.of()).equals("24");
        int hour = of24 ? time.getHour() : (time.getHour() + HALF_DAY - 1) % HALF_DAY + 1;
        String part = said(language, "part", Map.of("of24", time.getHour() + time.getMinute() / MINUTES));
        Map<String, Object> args = new HashMap<>(Map.of("hour", hour, "part", part));
        if (time.getMinute() == 0) {
            return said(language, "full-hour", args).strip();
        }
        args.put("minutes", time.getMinute());
        return said(language, "minutes", args).strip();
    }

    private String said(String language, String key, Map<String, ?> args) {
        return catalogue.text(language, "time.on-air." + key, args);
    }
}
