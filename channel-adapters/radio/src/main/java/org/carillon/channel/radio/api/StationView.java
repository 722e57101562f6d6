package org.carillon.channel.radio.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.channel.core.published.PublishedAlerts;
import org.carillon.channel.radio.bulletin.InForce;
import org.carillon.channel.radio.bulletin.Script;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.station.StationAccount;

/** What is in force at this moment where a station is heard. Safe for threads. */
final class StationView {
    private final PublishedAlerts published;
    private final List<String> allDistricts;
    private final Clock clock;

    /** {@code allDistricts} are heard by a station that names none. */
    StationView(PublishedAlerts published, List<String> allDistricts, Clock clock) {
        this.published = published;
        this.allDistricts = List.copyOf(allDistricts);
        this.clock = clock;
    }

    List<String> districts(StationAccount station) {
        return station.districts().isEmpty() ? allDistricts : station.districts();
    }

    /** The alerts in force in any of these districts, the gravest first. */
    List<Alert> alerts(Collection<String> districts) {
        Set<String> wanted = Set.copyOf(districts);
        Instant now = clock.instant();
        return published.inForce(now).stream()
                .filter(alert -> alert.content().districts().stream().anyMatch(wanted::contains))
                .toList();
    }

    /** The same as a bulletin needs them. */
    List<InForce> inForce(Collection<String> districts, String language) {
        return alerts(districts).stream()
                .map(alert -> new InForce(
                        alert.id(),
                        alert.content().severity(),
                        alert.content().sent().toInstant(),
                        alert.content().expires(),
                        headline(alert, language),
                        rendition(alert, language).map(Script::of)))
                .toList();
    }

    /** What would be read of an alert in these languages; stations compare it to find what they missed. */
    String digest(Alert alert, List<String> languages) {
        return Rendition.digest(languages.stream()
                .flatMap(language -> rendition(alert, language).stream())
                .toList());
    }

    private Optional<Rendition> rendition(Alert alert, String language) {
        return spoken(alert, language).flatMap(tag -> published.rendition(alert, tag, ContentFormat.STANDARD));
    }

    private static String headline(Alert alert, String language) {
        AlertText text = spoken(alert, language)
                .map(alert.content().texts()::get)
                .orElseGet(() -> alert.content().texts().values().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("an alert in force has texts")));
        String headline = text.headline();
        return headline == null || headline.isBlank() ? text.event() : headline;
    }

    /** The tag under which the alert has that language: itself, else the first variety of it ({@code es-MX} for {@code es}). */
    private static Optional<String> spoken(Alert alert, String language) {
        Set<String> tags = new TreeSet<>(Comparator.comparing((String tag) -> !tag.equalsIgnoreCase(language))
                .thenComparing(Comparator.naturalOrder()));
        tags.addAll(alert.content().texts().keySet());
        return tags.stream().filter(tag -> base(tag).equals(base(language))).findFirst();
    }

    private static String base(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
