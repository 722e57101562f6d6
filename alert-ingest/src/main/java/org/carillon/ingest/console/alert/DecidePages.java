package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.carillon.ingest.console.form.Violations;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.topic.Json;

/** The second person's page: what is stored is read back, and approved, returned or rejected. */
public final class DecidePages {
    private static final Access APPROVERS = Access.of(Role.APPROVER, Role.ADMIN);

    /** What a name copied from a page of the other direction may bring along. */
    private static final Pattern MARKS = Pattern.compile("[\\u200e\\u200f\\u2066-\\u2069]");

    private final Parts parts;
    private final Words words;

    DecidePages(Parts parts) {
        this.parts = parts;
        this.words = parts.words();
    }

    /**
     * What is to be decided.
     *
     * @param unreviewed languages that nobody has reviewed: each is acknowledged by name
     * @param own whether it is the officer's own, so that somebody else has to decide
     * @param typed whether the place has to be typed
     */
    public record Decide(
            Proposal proposal,
            List<Unreviewed> unreviewed,
            boolean own,
            boolean typed,
            Fields form,
            FormErrors errors) {}

    /** A language that nobody has reviewed. */
    public record Unreviewed(String code, String name, boolean acknowledged) {}

    void addTo(Routes routes) {
        routes.get("/alerts/:id/decide", APPROVERS, this::show)
                .post("/alerts/:id/approve", APPROVERS, visit -> decide(visit, "approveAlert", "approved"))
                .post("/alerts/:id/return", APPROVERS, visit -> decide(visit, "returnAlert", "returned"))
                .post("/alerts/:id/reject", Access.OFFICERS, visit -> decide(visit, "rejectAlert", "rejected"));
    }

    private PageAnswer show(Visit visit) {
        Alert alert = parts.alert(visit);
        if (alert.state() != AlertState.PENDING_APPROVAL && alert.state() != AlertState.QUARANTINED) {
            return PageAnswer.seeOther(parts.link(alert, ""));
        }
        return page(200, visit, alert, new FormErrors());
    }

    private PageAnswer page(int status, Visit visit, Alert alert, FormErrors errors) {
        List<String> acknowledged = visit.form().all("acknowledge");
        Decide page = new Decide(
                parts.proposal(visit, alert),
                parts.unreviewed().apply(alert).stream()
                        .map(code -> new Unreviewed(code, parts.city().languageName(code), acknowledged.contains(code)))
                        .toList(),
                Rights.owns(visit.officer(), alert),
                isPlaceTyped(alert.content()),
                visit.form(),
                errors);
        return parts.pages().show(status, visit, "alerts/decide", words.t("alerts.decide.title"), page);
    }

    /** Where lives are in danger a slip of the hand has to cost more than a click. */
    private static boolean isPlaceTyped(AlertContent content) {
        return content.severity() == Severity.EXTREME && content.forResidents() && content.msgType() != MsgType.CANCEL;
    }

    private PageAnswer decide(Visit visit, String operation, String done) {
        Alert alert = parts.alert(visit);
        Fields form = visit.form();
        boolean approve = operation.equals("approveAlert");
        if (!approve && form.text("reason").isEmpty()) {
            // The author has to know what to mend: without a word the alert would only come back.
            return refused(422, visit, alert, new FormErrors().add("reason", words.t("alerts.decide.reason-missing")));
        }
        if (approve && isPlaceTyped(alert.content()) && form.text("placeName").isEmpty()) {
            return refused(
                    422, visit, alert, new FormErrors().add("placeName", words.t("alerts.decide.place-missing")));
        }
        ObjectNode body = Json.mapper().createObjectNode();
        put(body, "reason", form.text(approve ? "note" : "reason"));
        if (approve) {
            put(body, "renditionsDigest", form.text("digest"));
            put(body, "placeName", MARKS.matcher(form.text("placeName")).replaceAll(""));
            ArrayNode acknowledged = body.putArray("acknowledgeUnreviewed");
            form.all("acknowledge").forEach(acknowledged::add);
        }
        try {
            parts.desk().step(visit.officer(), operation, alert.id(), body);
        } catch (ProblemException e) {
            return refused(e.problem().status(), visit, parts.alert(visit), Violations.of(e.problem()));
        }
        return parts.pages().done(Parts.path(alert.id(), ""), "alerts.done." + done);
    }

    /** On the page on which it was tried, with all that was typed; where there is nothing to decide any more, as a plain problem. */
    private PageAnswer refused(int status, Visit visit, Alert alert, FormErrors errors) {
        if (alert.state() == AlertState.PENDING_APPROVAL || alert.state() == AlertState.QUARANTINED) {
            return page(status, visit, alert, errors);
        }
        throw ProblemException.conflict(errors.all().getFirst().message());
    }

    private static void put(ObjectNode body, String key, String value) {
        if (!value.isEmpty()) {
            body.put(key, value);
        }
    }
}
