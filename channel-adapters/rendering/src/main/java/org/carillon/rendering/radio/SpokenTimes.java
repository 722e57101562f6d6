package org.carillon.rendering.radio;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.SimpleTimeZone;
import java.time.ZonedDateTime;
import java.util.Date;
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
            String date = format(DATE, time, language);
            return time.getMinute() == 0
                    ? catalogue.text(language, "radio.midnight", Map.of("date", date))
                    : catalogue.text(
                            language, "radio.after-midnight", Map.of("date", date, "minutes", time.getMinute()));
        }
        return format(DATE + HOUR + (time.getMinute() == 0 ? "" : "m"), time, language);
    }

    private String format(String skeleton, ZonedDateTime time, String language) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, style.locale(language));
        // The offset that Java knows: ICU has time zone rules of its own.
        format.setTimeZone(new SimpleTimeZone(time.getOffset().getTotalSeconds() * 1000, "local"));
        return format.format(Date.from(time.toInstant()));
    }
}
