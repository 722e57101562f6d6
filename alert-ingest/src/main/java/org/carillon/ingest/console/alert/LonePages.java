package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.carillon.ingest.console.form.Violations;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.topic.Json;

/**
 * The page of an author whose alert nobody answers, where the installation lets one person issue it. Says before anything is typed that
 * the reason becomes public.
 */
public final class LonePages {
    private final Parts parts;
    private final Words words;

    LonePages(Parts parts) {
        this.parts = parts;
        this.words = parts.words();
    }

    /**
     * What is to be issued.
     *
     * @param from when the approvers' time ends; empty once it is over
     */
    public record Alone(Proposal proposal, String from, Fields form, FormErrors errors) {}

    void addTo(Routes routes) {
        routes.get("/alerts/:id/alone", WritePages.WRITERS, this::show)
                .post("/alerts/:id/alone", WritePages.WRITERS, this::issue);
    }

    private PageAnswer show(Visit visit) {
        Alert alert = parts.alert(visit);
        return parts.alone()
                .from(visit.officer(), alert)
                .map(from -> page(200, visit, alert, from, new FormErrors()))
                .orElseGet(() -> PageAnswer.seeOther(parts.link(alert, "")));
    }

    private PageAnswer page(int status, Visit visit, Alert alert, Instant from, FormErrors errors) {
        Alone page = new Alone(
                parts.proposal(visit, alert), words.now().isBefore(from) ? words.time(from) : "", visit.form(), errors);
        return parts.pages().show(status, visit, "alerts/alone", words.t("alerts.alone.title"), page);
    }

    private PageAnswer issue(Visit visit) {
        Alert alert = parts.alert(visit);
        Instant from = offered(visit, alert);
        FormErrors errors = new FormErrors();
        Fields form = visit.form();
        if (words.now().isBefore(from)) {
            return page(409, visit, alert, from, errors);
        }
        if (form.text("reason").isEmpty()) {
            errors.add("reason", words.t("alerts.alone.reason-missing"));
        }
        if (form.text("placeName").isEmpty()) {
            errors.add("placeName", words.t("alerts.alone.place-missing"));
        }
        if (!errors.isEmpty() || !parts.stepUp().passes(visit, errors)) {
            return page(422, visit, alert, from, errors);
        }
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("reason", form.text("reason"))
                .put("renditionsDigest", form.text("digest"))
                .put("placeName", form.text("placeName"));
        try {
            parts.desk().step(visit.officer(), "approveAlert", alert.id(), body);
        } catch (ProblemException e) {
            Alert now = parts.alert(visit);
            return page(e.problem().status(), visit, now, offered(visit, now), Violations.of(e.problem()));
        }
        return parts.pages().done(Parts.path(alert.id(), ""), "alerts.done.alone");
    }

    private Instant offered(Visit visit, Alert alert) {
        return parts.alone()
                .from(visit.officer(), alert)
                .orElseThrow(() -> ProblemException.conflict(words.t("alerts.alone.not-now")));
    }
}
