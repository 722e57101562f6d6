package org.carillon.rendering.radio;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.locale.LongTimes;
import org.carillon.rendering.reading.CalendarWords;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times of day in a text and says them as the hub says its own: 19:05 and 7:05 PM are both "7:05 in the evening". All of a
 * text or none: where one of them leaves open which half of the day is meant, the text stays as it was approved.
 */
final class WrittenTimes {
    private static final ZonedDateTime ANY_DAY = ZonedDateTime.of(2026, 11, 22, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final Pattern DASH = Pattern.compile("\\s?[-–—]\\s?");
    private static final int HALF_DAY = 12;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private final Catalogue catalogue;
    private final LocalStyle style;
    private final String language;
    private final SpokenTimes spoken;
    private final TimePattern pattern;

    WrittenTimes(Catalogue catalogue, LocalStyle style, String language) {
        this.catalogue = catalogue;
        this.style = style;
        this.language = language;
        this.spoken = new SpokenTimes(catalogue, style);
        this.pattern = TimePattern.of(catalogue, style, language);
    }

    /** What a time's own writing says of the half of the day. */
    private enum Half {
        /** 7:05 PM. */
        MARKED,
        /** 19:05 and 07:05. */
        OF_24,
        /** 7:05 and 12:05. */
        OPEN
    }

    private record Found(int start, int end, LocalTime time, Half half) {}

    /** A text whose digits are 0 to 9, with its times as they are said. */
    String spoken(String text) {
        List<Found> found = find(pattern.clock(), text);
        if (found.isEmpty() || pattern.partOfDay().matcher(text).find()) {
            return text;
        }
        boolean of24 = style.countsTo24(language) && found.stream().anyMatch(one -> one.half() == Half.OF_24);
        boolean clear = found.stream()
                .allMatch(one -> (of24 || one.half() != Half.OPEN || isOfTheHub(text, one))
                        // "Twelve at night" of a date may be either end of it.
                        && one.time().getHour() != 0);
        return clear ? replaced(text, found) : text;
    }

    private static List<Found> find(Pattern clock, String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = clock.matcher(text);
        while (matcher.find()) {
            String hour = matcher.group("hour");
            String minutes = matcher.group("minutes");
            boolean am = isMark(matcher.group("am"), minutes);
            boolean pm = isMark(matcher.group("pm"), minutes);
            int h = Integer.parseInt(hour);
            int m = minutes == null ? 0 : Integer.parseInt(minutes);
            boolean marked = (am || pm) && h >= 1 && h <= HALF_DAY;
            if (m < MINUTES && h < HOURS && (marked || minutes != null)) {
                LocalTime time = LocalTime.of(marked ? h % HALF_DAY + (pm ? HALF_DAY : 0) : h, m);
                Half half = marked ? Half.MARKED : h > HALF_DAY || hour.startsWith("0") ? Half.OF_24 : Half.OPEN;
                found.add(new Found(matcher.start(), matcher.end(), time, half));
            }
        }
        return found;
    }

    /** One letter behind a number without minutes may be a unit. */
    private static boolean isMark(@Nullable String mark, @Nullable String minutes) {
        return mark != null
                && (minutes != null
                        || mark.codePoints().filter(Character::isLetter).count() > 1);
    }

    /** Written behind a day as the hub itself writes it, in a city that counts to 24. */
    private boolean isOfTheHub(String text, Found one) {
        String before = text.substring(0, one.start());
        String joint = new LongTimes(catalogue, style).joint(language);
        String clock = style.clock(ANY_DAY.with(one.time()), language);
        return style.countsTo24(language)
                && text.startsWith(clock, one.start())
                && before.endsWith(joint)
                && day().matcher(before.substring(0, before.length() - joint.length()))
                        .find();
    }

    private Pattern day() {
        return Pattern.compile(CalendarWords.of(language).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{M}&&[^\\p{IsHan}]])(?:", ")(?: \\d{1,2})?$")));
    }

    private String replaced(String text, List<Found> found) {
        StringBuilder out = new StringBuilder();
        int end = 0;
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            out.append(text, end, one.start());
            end = one.end();
            String said = spoken.clock(one.time(), language);
            if (i + 1 < found.size()
                    && DASH.matcher(text.substring(end, found.get(i + 1).start()))
                            .matches()) {
                Found last = found.get(++i);
                said = catalogue.text(
                        language, "radio.range", Map.of("from", said, "to", spoken.clock(last.time(), language)));
                end = last.end();
            }
            out.append(said);
        }
        return out.append(text.substring(end)).toString();
    }
}
