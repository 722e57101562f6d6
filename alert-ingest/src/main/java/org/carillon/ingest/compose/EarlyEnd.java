package org.carillon.ingest.compose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.ingest.remark.Remark;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapTime;

/** Warns of an alert from a template that ends before a time or day that was filled in, and so that its text names. */
final class EarlyEnd {
    private EarlyEnd() {}

    /** The first value that is too late, of a message in which any language still has the template's words. */
    static Optional<Remark> of(Map<String, CapInfo> infos, TemplateUse template, ZoneId zone) {
        return infos.entrySet().stream()
                .filter(info -> !template.ownWording().contains(info.getKey()))
                .flatMap(info -> Optional.ofNullable(info.getValue().expires()).stream())
                .map(CapTime::instant)
                .min(Comparator.naturalOrder())
                .flatMap(end -> template.parameters().values().stream()
                        .flatMap(given -> moment(given, zone).stream())
                        .filter(end::isBefore)
                        .findFirst()
                        .map(named -> new Remark.EarlyEnd(end, named)));
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
}
