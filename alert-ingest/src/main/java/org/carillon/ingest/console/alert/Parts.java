package org.carillon.ingest.console.alert;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.ingest.console.desk.Desk;
import org.carillon.ingest.console.form.Stored;
import org.carillon.ingest.console.hazard.Hazards;
import org.carillon.ingest.console.page.Pages;
import org.carillon.ingest.console.page.StepUp;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;

/**
 * What the pages about alerts share.
 *
 * @param unreviewed the languages of an alert that nobody has reviewed
 * @param channels that this hub has
 * @param alone when an author may do without a second person
 * @param spoken says what there is to look at
 */
record Parts(
        Pages pages,
        StepUp stepUp,
        AlertViews views,
        CityView city,
        Words words,
        Desk desk,
        Hazards hazards,
        Function<Alert, List<String>> unreviewed,
        List<String> channels,
        LoneRule alone,
        Spoken spoken,
        Hinting hinting) {
    /** The alert that the path names. */
    Alert alert(Visit visit) {
        return Optional.of(visit.pathValue("id"))
                .filter(AlertId::isValid)
                .flatMap(id -> views.alert(new AlertId(id)))
                .orElseThrow(() -> ProblemException.notFound(words.t("alerts.missing")));
    }

    /** Where the alert is for, as it is stored, not as it was drawn. */
    AreaView area(Alert alert) {
        return city.area(
                alert.content().districts(),
                alert.content().matchedBy(),
                Stored.shapes(views.document(alert).orElse(null)));
    }

    /** What it would be if it went out now. */
    Proposal proposal(Visit visit, Alert alert) {
        return new Proposal(
                AlertRow.of(alert, city, words, visit.officer()),
                area(alert),
                AlertFacts.of(alert, words),
                new Renderings(city, words, spoken)
                        .of(alert, desk.preview(visit.officer(), alert.id()), unreviewed.apply(alert)),
                AlertRow.isExercise(alert));
    }

    String link(Alert alert, String page) {
        return pages.links().to(path(alert.id(), page));
    }

    static String path(AlertId alert, String page) {
        return "/alerts/" + alert + (page.isEmpty() ? "" : '/' + page);
    }
}
