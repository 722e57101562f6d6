package org.carillon.rendering.radio;

import java.time.ZonedDateTime;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;

/** Times as they are said on air: weekday, day and month in full, hours with their part of the day. Safe for threads. */
public final class SpokenTimes {
    private static final String DATE = "EEEEdMMMM";
    private static final String HOUR = "BBBBh";

    private final Catalogue catalogue;
    private final LocalStyle style;

    public SpokenTimes(Catalogue catalogue, LocalStyle style) {
        this.catalogue = catalogue;
        this.style = style;
    }

    /**
     * Day and time of day, in the zone that the time carries. "Twelve at night" would leave open which end of the day is meant, so
     * the hour of midnight has words of its own.
     */
    public String time(ZonedDateTime time, String language) {
        if (time.getHour() == 0) {
            String date = style.format(DATE, time, language);
            return time.getMinute() == 0
                    ? catalogue.text(language, "radio.midnight", Map.of("date", date))
                    : catalogue.text(
                            language, "radio.after-midnight", Map.of("date", date, "minutes", time.getMinute()));
        }
        return style.format(DATE + HOUR + (time.getMinute() == 0 ? "" : "m"), time, language);
    }
}
