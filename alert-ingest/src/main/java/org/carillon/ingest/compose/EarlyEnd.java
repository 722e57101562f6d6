package org.carillon.ingest.compose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapInfo;

/** Warns of an alert from a template that ends before a time or day that was filled in, and so that its text names. */
final class EarlyEnd {
    static final String NAME = "early-end";
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private EarlyEnd() {}

    /** One for each language that still has the template's words, and the first value that is too late. */
    static List<LanguageChecks.Warning> of(Map<String, CapInfo> infos, TemplateUse template, ZoneId zone) {
        return infos.entrySet().stream()
                .filter(info -> !template.ownWording().contains(info.getKey()))
                .map(info -> of(info.getKey(), info.getValue(), template, zone))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LanguageChecks.Warning> of(
            String language, CapInfo info, TemplateUse template, ZoneId zone) {
        Instant end = info.expires() == null ? null : info.expires().instant();
        return end == null
                ? Optional.empty()
                : template.parameters().entrySet().stream()
                        .filter(given -> moment(given.getValue(), zone)
                                .filter(end::isBefore)
                                .isPresent())
                        .findFirst()
                        .map(given -> new LanguageChecks.Warning(
                                NAME,
                                language,
                                null,
                                null,
                                "ends on " + shown(end, zone) + ", before what its text says of '" + given.getKey()
                                        + "': "
                                        + shown(moment(given.getValue(), zone).orElseThrow(), zone),
                                "Let the alert end later, or correct the time."));
    }

    /** The beginning of a day that stands without a time. */
    private static Optional<Instant> moment(Map<String, String> given, ZoneId zone) {
        String value = Objects.requireNonNullElse(given.get(TemplateUse.EVERY_LANGUAGE), "")
                .strip();
        try {
            return Optional.of(
                    value.contains("T")
                            ? OffsetDateTime.parse(value).toInstant()
                            : LocalDate.parse(value).atStartOfDay(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String shown(Instant time, ZoneId zone) {
        return SHOWN.format(time.atZone(zone));
    }
}
