package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.carillon.ingest.console.form.FieldsBuilder;
import org.carillon.ingest.console.form.Stored;
import org.carillon.ingest.console.form.Violations;
import org.carillon.ingest.console.hazard.Hazard;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** What follows an alert: an update and the all-clear as a prefilled form, a cancel and a correction at once. */
public final class FollowPages {
    /** The template of the all-clear. */
    private static final String ALL_CLEAR = "all-clear";

    private final Parts parts;
    private final Words words;
    private final FillPage fill;

    FollowPages(Parts parts) {
        this.parts = parts;
        this.words = parts.words();
        this.fill = new FillPage(parts.city(), words, parts.channels(), parts.hinting());
    }

    /**
     * What takes an alert back at once.
     *
     * @param correct whether it is the pre-approved correction of a false alarm, else a cancel
     * @param key names this attempt: sent twice it is done once
     * @param reached how many got the alert and will get this
     */
    public record Back(
            AlertRow alert,
            AreaView area,
            boolean correct,
            String key,
            String reached,
            Fields form,
            FormErrors errors,
            boolean exercise) {}

    void addTo(Routes routes) {
        routes.get("/alerts/:id/update", WritePages.WRITERS, visit -> form(visit, false))
                .post("/alerts/:id/update", WritePages.WRITERS, visit -> save(visit, false))
                .get("/alerts/:id/all-clear", WritePages.WRITERS, visit -> form(visit, true))
                .post("/alerts/:id/all-clear", WritePages.WRITERS, visit -> save(visit, true))
                .get("/alerts/:id/cancel", WritePages.WRITERS, visit -> back(visit, false))
                .post("/alerts/:id/cancel", WritePages.WRITERS, visit -> take(visit, false))
                .get("/alerts/:id/correct", WritePages.WRITERS, visit -> back(visit, true))
                .post("/alerts/:id/correct", WritePages.WRITERS, visit -> take(visit, true));
    }

    private PageAnswer form(Visit visit, boolean allClear) {
        Alert alert = inForce(visit);
        return fill(200, visit, alert, allClear, prefilled(alert, allClear), new FormErrors());
    }

    /** An all-clear by its own template keeps only where the alert was; an update begins with all that was said. */
    private Fields prefilled(Alert alert, boolean allClear) {
        Fields before = Stored.fields(alert, parts.views().document(alert).orElse(null), words::field);
        @Nullable Hazard hazard = hazard(allClear, before);
        Fields fresh = fill.fresh(hazard);
        if (!allClear || hazard == null) {
            return FieldsBuilder.of(before).put("key", fresh.text("key")).build();
        }
        return FieldsBuilder.of(fresh)
                .put("areas", before.all("areas"))
                .put("channels", before.all("channels"))
                .build();
    }

    private PageAnswer save(Visit visit, boolean allClear) {
        Alert alert = inForce(visit);
        Fields typed = visit.form();
        Optional<ObjectNode> body =
                fill.body(typed, hazard(allClear, typed), alert.content().status());
        if (body.isEmpty()) {
            return fill(422, visit, alert, allClear, typed, fill.shapeErrors(typed));
        }
        try {
            AlertId id = parts.desk()
                    .follow(visit.officer(), "updateAlert", alert.id(), body.get(), typed.text("key"), true);
            return PageAnswer.seeOther(parts.pages().links().to(Parts.path(id, "preview")));
        } catch (ProblemException e) {
            return fill(e.problem().status(), visit, alert, allClear, typed, Violations.of(e.problem()));
        }
    }

    private PageAnswer fill(int status, Visit visit, Alert alert, boolean allClear, Fields typed, FormErrors errors) {
        String name = allClear ? "all-clear" : "update";
        FillPage.Fill page = fill.page(
                parts.link(alert, name),
                parts.link(alert, ""),
                hazard(allClear, typed),
                words.t("alerts.follow." + name),
                typed,
                errors,
                new Hinting.Form(visit.officer().account().sender(), allClear, AlertRow.isExercise(alert)));
        return parts.pages().show(status, visit, "alerts/fill", words.t("alerts.action." + name), page);
    }

    private PageAnswer back(Visit visit, boolean correct) {
        return back(200, visit, inForce(visit), correct, new FormErrors());
    }

    private PageAnswer back(int status, Visit visit, Alert alert, boolean correct, FormErrors errors) {
        String typed = visit.form().text("key");
        Back page = new Back(
                AlertRow.of(alert, parts.city(), words, visit.officer()),
                parts.area(alert),
                correct,
                typed.isEmpty() ? UUID.randomUUID().toString() : typed,
                words.count(parts.desk().reach(visit.officer(), alert.id()).audience()),
                visit.form(),
                errors,
                AlertRow.isExercise(alert));
        return parts.pages()
                .show(
                        status,
                        visit,
                        "alerts/back",
                        words.t(correct ? "alerts.action.correct" : "alerts.action.cancel"),
                        page);
    }

    private PageAnswer take(Visit visit, boolean correct) {
        Alert alert = inForce(visit);
        FormErrors errors = new FormErrors();
        String reason = visit.form().text("reason");
        if (reason.isEmpty()) {
            errors.add("reason", words.t("alerts.back.reason-missing"));
            return back(422, visit, alert, correct, errors);
        }
        if (correct && !parts.stepUp().passes(visit, errors)) {
            return back(422, visit, alert, true, errors);
        }
        ObjectNode body = Json.mapper().createObjectNode().put("reason", reason);
        try {
            AlertId id = parts.desk()
                    .follow(
                            visit.officer(),
                            correct ? "correctAlert" : "cancelAlert",
                            alert.id(),
                            body,
                            visit.form().text("key"),
                            false);
            return parts.pages().done(Parts.path(id, ""), correct ? "alerts.done.corrected" : "alerts.done.cancelled");
        } catch (ProblemException e) {
            return back(e.problem().status(), visit, alert, correct, Violations.of(e.problem()));
        }
    }

    /** An update keeps the template: all languages stay in step. */
    private @Nullable Hazard hazard(boolean allClear, Fields fields) {
        return parts.hazards()
                .find(allClear ? ALL_CLEAR : fields.text("template"))
                .orElse(null);
    }

    private Alert inForce(Visit visit) {
        Alert alert = parts.alert(visit);
        if (alert.state() != AlertState.ISSUED) {
            throw ProblemException.conflict(words.t("alerts.not-in-force", "state", words.state(alert.state())));
        }
        return alert;
    }
}
