package org.carillon.ingest.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.carillon.ingest.console.page.Officer;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.cap.Status;
import org.jspecify.annotations.Nullable;

/**
 * An alert in a list.
 *
 * @param language of the headline
 * @param look name of its colours, which only repeat what words say
 * @param when what its state makes worth saying about time
 */
public record AlertRow(
        String id,
        String headline,
        String language,
        String direction,
        String kind,
        String severity,
        String look,
        AlertState state,
        String stateName,
        String areas,
        String when,
        String author,
        String reason,
        boolean own,
        boolean exercise) {
    private static final String ENGLISH = "en";

    public boolean quarantined() {
        return state == AlertState.QUARANTINED;
    }

    /** Whether it is the officer's own and somebody else has to decide. */
    public boolean waitsForOther() {
        return own && (state == AlertState.PENDING_APPROVAL || state == AlertState.QUARANTINED);
    }

    static AlertRow of(Alert alert, CityView city, Words words, Officer officer) {
        String language = language(alert, city);
        AlertText text = alert.content().texts().get(language);
        return new AlertRow(
                alert.id().value(),
                text == null ? alert.content().identifier() : text.headline(),
                language,
                city.direction(language),
                words.code("kind", alert.content().msgType()),
                words.code("severity", alert.content().severity()),
                look(alert),
                alert.state(),
                words.state(alert.state()),
                city.districtNames(alert.content().districts()),
                when(alert, words),
                alert.author(),
                alert.reason() == null ? "" : alert.reason(),
                Rights.owns(officer, alert),
                isExercise(alert));
    }

    /** The language of the pages where there is a text in it, then English, else the first. */
    static String language(Alert alert, CityView city) {
        var texts = alert.content().texts().keySet();
        return Stream.of(city.language(), ENGLISH)
                .filter(texts::contains)
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .orElse(city.pack().defaultLanguage());
    }

    static boolean isExercise(Alert alert) {
        return alert.content().status() != Status.ACTUAL;
    }

    static String look(Alert alert) {
        return switch (alert.state()) {
            case REJECTED, SUPERSEDED, CANCELLED, EXPIRED -> "over";
            case DRAFT, PENDING_APPROVAL, RETURNED, QUARANTINED, ISSUED ->
                alert.content().severity().isUrgent() ? "urgent" : "calm";
        };
    }

    private static String when(Alert alert, Words words) {
        return switch (alert.state()) {
            case DRAFT -> words.t("alerts.when.written", "age", words.age(alert.submittedAt()));
            case PENDING_APPROVAL, QUARANTINED ->
                words.t(
                        "alerts.when.waits",
                        "length",
                        waiting(Duration.between(alert.submittedAt(), words.now()), words));
            case RETURNED -> words.t("alerts.when.submitted", "age", words.age(alert.submittedAt()));
            case ISSUED ->
                words.t(
                        "alerts.when.issued",
                        "since",
                        words.time(or(alert.issuedAt(), alert)),
                        "until",
                        words.time(alert.content().expires()));
            case REJECTED, SUPERSEDED, CANCELLED, EXPIRED ->
                words.t("alerts.when.ended", "age", words.age(or(alert.endedAt(), alert)));
        };
    }

    private static String waiting(Duration since, Words words) {
        return since.toMinutes() < 1 ? words.t("alerts.time.under-a-minute") : words.length(since);
    }

    private static Instant or(@Nullable Instant at, Alert alert) {
        return at == null ? alert.submittedAt() : at;
    }
}
