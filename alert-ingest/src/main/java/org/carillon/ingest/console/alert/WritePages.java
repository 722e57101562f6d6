package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carillon.ingest.console.form.Stored;
import org.carillon.ingest.console.form.Violations;
import org.carillon.ingest.console.hazard.Hazard;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** From the choice of a hazard to the request for approval. Between two pages the alert is a draft of the hub's. */
public final class WritePages {
    static final Access WRITERS = Access.of(Role.AUTHOR, Role.ADMIN);
    /** Stands in the address for a text that the officer writes. */
    static final String FREE = "free";

    /** Templates of what follows an alert and never starts one. */
    private static final Set<String> FOLLOWING = Set.of("all-clear", "correction");

    private final Parts parts;
    private final Words words;
    private final FillPage fill;

    WritePages(Parts parts) {
        this.parts = parts;
        this.words = parts.words();
        this.fill = new FillPage(parts.city(), words, parts.channels(), parts.hinting());
    }

    /**
     * The hazards to choose from, the gravest first.
     *
     * @param base the address that a hazard's id is added to
     */
    public record Choose(List<Group> groups, String base, boolean exercise) {}

    /** Hazards of one severity. */
    public record Group(String id, String name, List<Hazard> hazards) {}

    /** A draft as it would go out. */
    public record Draft(Proposal proposal, boolean own) {}

    void addTo(Routes routes) {
        routes.get("/alerts/new", WRITERS, visit -> choose(visit, false))
                .get("/exercises/new", WRITERS, visit -> choose(visit, true))
                .get("/alerts/new/:hazard", WRITERS, visit -> blank(visit, false))
                .get("/exercises/new/:hazard", WRITERS, visit -> blank(visit, true))
                .post("/alerts/new/:hazard", WRITERS, visit -> draft(visit, false))
                .post("/exercises/new/:hazard", WRITERS, visit -> draft(visit, true))
                .post("/hints/:language", WRITERS, visit -> hints(visit, false))
                .post("/exercises/hints/:language", WRITERS, visit -> hints(visit, true))
                .get("/alerts/:id/edit", WRITERS, this::again)
                .post("/alerts/:id/edit", WRITERS, this::edit)
                .get("/alerts/:id/preview", WRITERS, this::preview)
                .post("/alerts/:id/submit", WRITERS, this::submit);
    }

    private PageAnswer choose(Visit visit, boolean exercise) {
        return parts.pages()
                .show(
                        visit,
                        "alerts/choose",
                        words.t(exercise ? "alerts.choose.exercise" : "alerts.choose.title"),
                        choose(parts, exercise));
    }

    /** All hazards by severity. */
    static Choose choose(Parts parts, boolean exercise) {
        List<Group> groups = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<Hazard> hazards = parts.hazards().all().stream()
                    .filter(hazard -> hazard.severity() == severity && !FOLLOWING.contains(hazard.id()))
                    .toList();
            if (!hazards.isEmpty()) {
                groups.add(new Group(severity.wireName(), parts.words().code("severity", severity), hazards));
            }
        }
        return new Choose(groups, parts.pages().links().to(base(exercise)), exercise);
    }

    private PageAnswer blank(Visit visit, boolean exercise) {
        @Nullable Hazard hazard = hazard(visit);
        return form(200, visit, hazard, fill.fresh(hazard), new FormErrors(), newForm(hazard, exercise));
    }

    private PageAnswer draft(Visit visit, boolean exercise) {
        @Nullable Hazard hazard = hazard(visit);
        Form form = newForm(hazard, exercise);
        return save(
                visit,
                hazard,
                exercise ? Status.EXERCISE : Status.ACTUAL,
                form,
                body -> parts.desk().draft(visit.officer(), body, visit.form().text("key")));
    }

    private PageAnswer again(Visit visit) {
        Alert alert = unfinished(visit);
        Fields stored = Stored.fields(alert, parts.views().document(alert).orElse(null), words::field);
        @Nullable Hazard hazard = hazard(stored);
        return form(200, visit, hazard, stored, new FormErrors(), editForm(alert));
    }

    private PageAnswer edit(Visit visit) {
        Alert alert = unfinished(visit);
        @Nullable Hazard hazard = hazard(visit.form());
        return save(
                visit,
                hazard,
                alert.content().status(),
                editForm(alert),
                body -> parts.desk().edit(visit.officer(), alert.id(), body));
    }

    /** The boxes of one language that say something new; nothing where none does, so that nothing is read aloud again. */
    private PageAnswer hints(Visit visit, boolean exercise) {
        String language = visit.pathValue("language");
        if (!parts.city().languages().contains(language)) {
            throw ProblemException.notFound(words.t("alerts.missing"));
        }
        HintBoxes boxes = fill.hints(visit.form(), hinting(visit, exercise), language);
        return boxes.boxes().isEmpty()
                ? new PageAnswer(204, Map.of(), Buffer.buffer())
                : parts.pages().show(visit, "alerts/hints", words.t("alerts.hints.title"), boxes);
    }

    private static Hinting.Form hinting(Visit visit, boolean exercise) {
        return new Hinting.Form(
                visit.officer().account().sender(),
                FOLLOWING.contains(visit.form().text("template")),
                exercise);
    }

    private PageAnswer preview(Visit visit) {
        Alert alert = unfinished(visit);
        Draft page = new Draft(parts.proposal(visit, alert), Rights.owns(visit.officer(), alert));
        return parts.pages().show(visit, "alerts/preview", words.t("alerts.preview.title"), page);
    }

    private PageAnswer submit(Visit visit) {
        Alert alert = parts.alert(visit);
        parts.desk()
                .step(visit.officer(), "submitAlert", alert.id(), Json.mapper().createObjectNode());
        return parts.pages().done(Parts.path(alert.id(), ""), "alerts.done.submitted");
    }

    /** Where a form is sent, and how its page looks. */
    private record Form(String action, String back, String title, String intro, boolean exercise) {}

    private Form newForm(@Nullable Hazard hazard, boolean exercise) {
        String base = base(exercise);
        return new Form(
                parts.pages().links().to(base + '/' + (hazard == null ? FREE : hazard.id())),
                parts.pages().links().to(base),
                hazard == null ? words.t("alerts.fill.free") : hazard.name(),
                "",
                exercise);
    }

    private Form editForm(Alert alert) {
        String reason = alert.reason();
        return new Form(
                parts.link(alert, "edit"),
                parts.link(alert, ""),
                words.t("alerts.fill.edit"),
                alert.state() == AlertState.RETURNED
                        ? words.t("alerts.fill.returned", "reason", reason == null ? "" : reason)
                        : "",
                AlertRow.isExercise(alert));
    }

    private PageAnswer save(
            Visit visit, @Nullable Hazard hazard, Status status, Form form, Function<ObjectNode, AlertId> saving) {
        Fields typed = visit.form();
        Optional<ObjectNode> body = fill.body(typed, hazard, status);
        if (body.isEmpty()) {
            return form(422, visit, hazard, typed, fill.shapeErrors(typed), form);
        }
        try {
            AlertId id = saving.apply(body.get());
            return PageAnswer.seeOther(parts.pages().links().to(Parts.path(id, "preview")));
        } catch (ProblemException e) {
            return form(e.problem().status(), visit, hazard, typed, Violations.of(e.problem()), form);
        }
    }

    private PageAnswer form(
            int status, Visit visit, @Nullable Hazard hazard, Fields typed, FormErrors errors, Form form) {
        FillPage.Fill page = fill.page(
                form.action(), form.back(), hazard, form.intro(), typed, errors, hinting(visit, form.exercise()));
        return parts.pages().show(status, visit, "alerts/fill", form.title(), page);
    }

    private @Nullable Hazard hazard(Visit visit) {
        String id = visit.pathValue("hazard");
        return id.equals(FREE)
                ? null
                : parts.hazards().find(id).orElseThrow(() -> ProblemException.notFound(words.t("alerts.missing")));
    }

    /** Of a draft that was made from a template, as its form remembers. */
    private @Nullable Hazard hazard(Fields fields) {
        return parts.hazards().find(fields.text("template")).orElse(null);
    }

    private Alert unfinished(Visit visit) {
        Alert alert = parts.alert(visit);
        if (alert.state() != AlertState.DRAFT && alert.state() != AlertState.RETURNED) {
            throw ProblemException.conflict(words.t("alerts.not-editable", "state", words.state(alert.state())));
        }
        return alert;
    }

    private static String base(boolean exercise) {
        return exercise ? "/exercises/new" : "/alerts/new";
    }
}
