package org.carillon.ingest.console.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.carillon.ingest.console.page.Figures;
import org.carillon.ingest.console.page.Texts;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.WireNamed;

/** How the pages say states, numbers and times, which are those of the city's clocks. Safe for threads. */
final class Words {
    /** The group of texts that belongs to these pages. */
    static final String GROUP = "alerts";

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;
    private final Figures figures;

    /** {@code figures} and {@code texts} are of the same language. */
    Words(Texts texts, Figures figures, ZoneId zone, Clock clock) {
        this.texts = texts;
        this.figures = figures;
        this.zone = zone;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The language of the pages. */
    String language() {
        return texts.language();
    }

    /** A name, an address or a number to call as it may stand in a sentence. */
    String isolated(String text) {
        return texts.isolated(text);
    }

    /** A list of such things. */
    String listed(Collection<String> items) {
        return texts.listed(items);
    }

    /** The text of that key, or the word itself where none is known. */
    String known(String key, String word) {
        String text = texts.find(key);
        return text == null ? texts.isolated(word) : text;
    }

    /** What a text message had no room for: its parts, with commas between. */
    String omitted(String parts) {
        return listed(Arrays.stream(parts.split(",", -1))
                .map(part -> known("alerts.omitted." + part, part))
                .toList());
    }

    /** A text; arguments as name, value, name, value. */
    String t(String key, Object... arguments) {
        return texts.t(key, arguments);
    }

    /** The time of day, and the day unless it is today. */
    String time(Instant at) {
        return figures.time(at, now());
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
            return length.toMinutesPart() == 0
                    ? hours
                    : t("alerts.time.both", "hours", hours, "minutes", count(length.toMinutesPart(), "time.minutes"));
        }
        return count(length.toDays(), "time.days");
    }

    /** A number with its thousands apart. */
    String count(long number) {
        return figures.number(number);
    }

    /** A number with the word that it counts: the text {@code alerts.key.other}, or that of another of CLDR's plurals. */
    String count(long number, String key) {
        String text = GROUP + '.' + key + '.';
        String plural = text + figures.plural(number);
        return t(texts.find(plural) == null ? text + "other" : plural, "n", count(number));
    }

    /** With one place behind the point. */
    String tenths(double number) {
        return figures.tenths(number);
    }

    String percent(int hundredths) {
        return figures.percent(hundredths);
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
