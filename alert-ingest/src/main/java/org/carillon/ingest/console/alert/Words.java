package org.carillon.ingest.console.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.carillon.ingest.console.page.Texts;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.WireNamed;

/** How the pages say states, numbers and times, which are those of the city's clocks. Safe for threads. */
final class Words {
    /** The group of texts that belongs to these pages. */
    static final String GROUP = "alerts";

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;
    private final Locale locale;
    private final DateTimeFormatter day;

    Words(Texts texts, ZoneId zone, Clock clock) {
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
        this.locale = Locale.forLanguageTag(texts.language());
        this.day = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", locale);
    }

    Instant now() {
        return clock.instant();
    }

    /** A text; arguments as name, value, name, value. */
    String t(String key, Object... arguments) {
        return texts.t(key, arguments);
    }

    /** The time of day, and the day unless it is today. */
    String time(Instant at) {
        boolean today = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now(), zone));
        return (today ? HOUR : day).format(at.atZone(zone));
    }

    /** As a field of type datetime-local has it. */
    String field(Instant at) {
        return FIELD.format(at.atZone(zone));
    }

    /** What such a field says; empty where it says no time. */
    Optional<Instant> instant(String field) {
        try {
            return Optional.of(LocalDateTime.parse(field).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How long ago. */
    String age(Instant at) {
        Duration age = Duration.between(at, now());
        return age.toMinutes() < 1 ? t("alerts.time.now") : t("alerts.time.ago", "length", length(age));
    }

    /** About how long, in the two greatest units. */
    String length(Duration length) {
        if (length.toSeconds() < 60) {
            return count(Math.max(1, length.toSeconds()), "time.seconds");
        }
        if (length.toMinutes() < 60) {
            return count(length.toMinutes(), "time.minutes");
        }
        if (length.toHours() < 48) {
            String hours = count(length.toHours(), "time.hours");
            return length.toMinutesPart() == 0 ? hours : hours + ' ' + count(length.toMinutesPart(), "time.minutes");
        }
        return count(length.toDays(), "time.days");
    }

    /** A number with its thousands apart. */
    String count(long number) {
        return String.format(locale, "%,d", number);
    }

    /** A number with the word that it counts: the text {@code alerts.key.one} or {@code alerts.key.many}. */
    String count(long number, String key) {
        return t(GROUP + '.' + key + (number == 1 ? ".one" : ".many"), "n", count(number));
    }

    String state(AlertState state) {
        return t("alerts.state." + state.wireName());
    }

    /** A word of the standard, as {@code severity.Extreme}. */
    String code(String list, WireNamed code) {
        return t(GROUP + '.' + list + '.' + code.wireName());
    }

    String channel(String channel) {
        return t("alerts.channel." + channel);
    }
}
