package org.carillon.simulator.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * The span of time that a {@code DateSent} value names: a day, or one second.
 *
 * @param from its first second
 * @param until the first second behind it
 */
record DateFilter(Instant from, Instant until) {
    private static final List<Function<String, DateFilter>> FORMS = List.of(
            text -> day(LocalDate.parse(text)),
            text -> second(OffsetDateTime.parse(text).toInstant()),
            text -> second(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)),
            text -> second(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));

    /** Reads any of the forms that Twilio takes; times without a zone are GMT. */
    static DateFilter parse(String parameter, String text) {
        for (Function<String, DateFilter> form : FORMS) {
            try {
                return form.apply(text);
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        throw TwilioError.invalid(parameter).thrown();
    }

    private static DateFilter day(LocalDate date) {
        Instant from = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new DateFilter(from, from.plus(1, ChronoUnit.DAYS));
    }

    private static DateFilter second(Instant at) {
        Instant from = at.truncatedTo(ChronoUnit.SECONDS);
        return new DateFilter(from, from.plusSeconds(1));
    }
}
