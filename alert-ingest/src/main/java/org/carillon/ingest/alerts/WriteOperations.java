package org.carillon.ingest.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.compose.ComposeForm;
import org.carillon.ingest.compose.Composer;
import org.carillon.ingest.compose.Corrections;
import org.carillon.ingest.compose.Digests;
import org.carillon.ingest.compose.FormReader;
import org.carillon.ingest.compose.PlaceNames;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.compose.TemplateForms;
import org.carillon.ingest.compose.Wishes;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.command.AlertCommand;
import org.jspecify.annotations.Nullable;

/** The operations that ask the router for a decision. */
final class WriteOperations {
    static final Set<String> CAP_TYPES = Set.of("application/cap+xml", "application/xml", "text/xml");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final ReadOperations reading;
    private final Deciding deciding;
    private final Submissions submissions;
    private final Composer composer;
    private final TemplateForms templates;
    private final Corrections corrections;
    private final City city;
    private final PlaceNames places;
    private final SecondFactor secondFactor;
    private final Clock clock;

    WriteOperations(
            ReadOperations reading,
            Deciding deciding,
            Submissions submissions,
            Composer composer,
            TemplateForms templates,
            Corrections corrections,
            City city,
            SecondFactor secondFactor,
            Clock clock) {
        this.reading = reading;
        this.deciding = deciding;
        this.submissions = submissions;
        this.composer = composer;
        this.templates = templates;
        this.corrections = corrections;
        this.city = city;
        this.places = new PlaceNames(city);
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    ApiResponse create(ApiRequest request) {
        mayWrite(request);
        boolean draft = draft(request);
        if (CAP_TYPES.contains(request.mediaType())) {
            Wishes wishes = new Wishes(
                    request.queryValue("purpose").orElse(null),
                    request.queryValue("topic").orElse(null),
                    List.of(),
                    false);
            Submissions.Prepared prepared = submissions.prepare(request.body().bytes(), wishes);
            if (takesBackAtOnce(prepared.content())) {
                maySpeakFor(request, prepared.content().sender());
            }
            return deciding.create(submit(request, prepared, wishes, acknowledged(request), draft, false, false));
        }
        if (request.mediaType().equals("application/json")) {
            return compose(request, form(request.body()), MsgType.ALERT, null, false, draft);
        }
        throw ProblemException.unsupportedMediaType(
                "Send application/cap+xml (or application/xml) or application/json, not '" + request.mediaType()
                        + "'.");
    }

    /** The next version of a draft or returned alert, under the same identifier and sent. */
    ApiResponse edit(ApiRequest request) {
        mayWrite(request);
        Alert alert = reading.alert(request);
        ComposeForm form = form(request.body());
        AlertContent old = alert.content();
        CapDocument document = composer.compose(
                form, old.msgType(), old.sender(), old.identifier(), old.sent().toInstant(), old.references());
        Wishes wishes = wishes(request, form);
        String digest = Digests.sha256(document.bytes(), wishes.parts());
        Submissions.Prepared prepared = submissions.prepare(document, wishes, digest);
        boolean draft = alert.state() == AlertState.DRAFT || draft(request);
        return deciding.step(submit(request, prepared, wishes, remarks(form, prepared), draft, true, false));
    }

    ApiResponse update(ApiRequest request) {
        mayWrite(request);
        return follow(request, MsgType.UPDATE, false);
    }

    ApiResponse cancel(ApiRequest request) {
        mayWrite(request);
        return follow(request, MsgType.CANCEL, false);
    }

    /** A false alarm, taken back by one person in words that are approved beforehand: only the reason is free. */
    ApiResponse correct(ApiRequest request) {
        if (!request.actor().hasAny(Role.AUTHOR, Role.APPROVER, Role.ADMIN)) {
            throw ProblemException.forbidden("Correcting needs the role author, approver or admin.");
        }
        return follow(request, MsgType.CANCEL, true);
    }

    ApiResponse submitDraft(ApiRequest request) {
        return deciding.step(new AlertCommand.SubmitDraft(
                commandId(), reading.alert(request).id(), clock.instant(), request.actor()));
    }

    ApiResponse approve(ApiRequest request) {
        DecisionForm form = DecisionForm.read(request.body());
        Alert alert = reading.alert(request);
        boolean own = alert.author().equals(request.actor().user());
        return deciding.step(new AlertCommand.Approve(
                commandId(),
                alert.id(),
                clock.instant(),
                own ? withSecondFactor(request) : request.actor(),
                form.reason(),
                form.renditionsDigest(),
                form.acknowledgeUnreviewed(),
                places(form)));
    }

    private List<String> places(DecisionForm form) {
        String typed = form.placeName();
        List<String> named = typed == null ? List.of() : places.of(typed);
        if (typed != null && named.isEmpty()) {
            throw ProblemException.unprocessable(
                    "The place that you typed is none of this city: type the name of a district, as the map shows it.",
                    List.of(new CapViolation(
                            "HUB_PLACE_UNKNOWN", "/placeName", 0, 0, "/placeName names no district of this city")));
        }
        return named;
    }

    private Actor withSecondFactor(ApiRequest request) {
        Actor actor = request.actor();
        return actor.secondFactorAt() != null
                ? actor
                : secondFactor.given(request).map(actor::withSecondFactor).orElse(actor);
    }

    ApiResponse reject(ApiRequest request) {
        return deciding.step(new AlertCommand.Reject(
                commandId(),
                reading.alert(request).id(),
                clock.instant(),
                request.actor(),
                DecisionForm.read(request.body()).reason()));
    }

    ApiResponse giveBack(ApiRequest request) {
        return deciding.step(new AlertCommand.Return(
                commandId(),
                reading.alert(request).id(),
                clock.instant(),
                request.actor(),
                DecisionForm.read(request.body()).reason()));
    }

    private ApiResponse follow(ApiRequest request, MsgType msgType, boolean correction) {
        Alert before = reading.alert(request);
        if (!correction) {
            maySpeakFor(request, before.content().sender());
        }
        // A repeat under the same key finds its alert cancelled already: the router knows it again.
        boolean repeatable = idempotencyKey(request) != null
                && (before.state() == AlertState.CANCELLED || before.state() == AlertState.SUPERSEDED);
        boolean possible = before.state() == AlertState.ISSUED || (before.state() == AlertState.EXPIRED && !correction);
        if (!possible && !repeatable) {
            throw ProblemException.conflict("The alert is " + before.state().wireName()
                    + ": only one that was issued can be followed by "
                    + (correction ? "a correction" : msgType.wireName()) + ".");
        }
        RequestBody body =
                request.body().isEmpty() ? RequestBody.of("{}".getBytes(StandardCharsets.UTF_8)) : request.body();
        ComposeForm form = form(body);
        if (correction && !form.texts().isEmpty()) {
            throw ProblemException.unprocessable(
                    "A correction speaks the words that are approved beforehand in every language: leave texts out, or"
                            + " use update, which a second person approves.",
                    List.of(new CapViolation("HUB_FORM", "/texts", 0, 0, "/texts is not for corrections")));
        }
        return correction
                ? correct(request, form, before)
                : compose(request, form, msgType, before, false, draft(request));
    }

    /** Never held up: where its words do not fit behind a long event, it says only that the message was sent in error. */
    private ApiResponse correct(ApiRequest request, ComposeForm form, Alert before) {
        Map<String, AlertText> words = corrections.of(before.content().texts());
        try {
            return compose(request, form.asCorrection(words), MsgType.CANCEL, before, true, draft(request));
        } catch (ProblemException e) {
            if (!Corrections.isTooLong(e)) {
                throw e;
            }
            return compose(request, form.asCorrection(Map.of()), MsgType.CANCEL, before, true, draft(request));
        }
    }

    private ApiResponse compose(
            ApiRequest request,
            ComposeForm form,
            MsgType asked,
            @Nullable Alert before,
            boolean correction,
            boolean draft) {
        MsgType msgType = form.msgType() == null || before != null ? asked : form.msgType();
        if (before == null && msgType != MsgType.ALERT) {
            throw ProblemException.unprocessable(
                    "An " + msgType.wireName() + " follows an alert: POST it to /alerts/{id}/update or /cancel.",
                    List.of(new CapViolation(
                            "REFERENCES_MISSING",
                            "/msgType",
                            0,
                            0,
                            "/msgType " + msgType.wireName() + " needs a reference")));
        }
        String key = idempotencyKey(request);
        String follows = before == null ? "" : before.id().value();
        // Sender, key and what it follows name the message; the router knows a repeat by its identifier.
        String identifier = key == null
                ? "carillon-" + UUID.randomUUID()
                : "carillon-"
                        + Digests.sha256(
                                        key.getBytes(StandardCharsets.UTF_8),
                                        request.actor().user(),
                                        follows)
                                .substring(0, 32);
        Instant sent = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        // An Update or Cancel is the same sender's: only that one may take the place of its alert.
        String sender = before == null ? request.sender() : before.content().sender();
        CapDocument document = composer.compose(form, msgType, sender, identifier, sent, before);
        Wishes wishes = correction ? new Wishes(null, null, List.of(), false, true, null) : wishes(request, form);
        String digest = Digests.sha256(
                request.body().bytes(),
                Stream.concat(Stream.of(msgType.wireName(), follows), Arrays.stream(wishes.parts()))
                        .toArray(String[]::new));
        Submissions.Prepared prepared = submissions.prepare(document, wishes, digest);
        return deciding.create(submit(request, prepared, wishes, remarks(form, prepared), draft, false, key != null));
    }

    private ComposeForm form(RequestBody body) {
        return templates.fill(FormReader.read(body.bytes()), clock.instant());
    }

    private AlertCommand.Submit submit(
            ApiRequest request,
            Submissions.Prepared prepared,
            Wishes wishes,
            AlertCommand.Remarks remarks,
            boolean draft,
            boolean edit,
            boolean keyed) {
        return new AlertCommand.Submit(
                commandId(),
                prepared.content().id(),
                clock.instant(),
                wishes.correction() ? withSecondFactor(request) : request.actor(),
                prepared.content(),
                prepared.renditions(),
                prepared.unreviewed(),
                prepared.document(),
                draft,
                edit,
                wishes.correction(),
                keyed,
                remarks);
    }

    private static AlertCommand.Remarks remarks(ComposeForm form, Submissions.Prepared prepared) {
        TemplateUse template = form.template();
        boolean reviewed = template != null
                && template.ownWording().isEmpty()
                && prepared.unreviewed().isEmpty();
        return new AlertCommand.Remarks(form.reason(), form.acknowledgeUnreviewed(), reviewed);
    }

    /** A CAP message has no member for it. */
    private static AlertCommand.Remarks acknowledged(ApiRequest request) {
        List<String> languages = request.queryValue("acknowledgeUnreviewed").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .toList();
        return new AlertCommand.Remarks(null, languages, false);
    }

    /** What the form leaves open may stand in the query, as for CAP. */
    private static Wishes wishes(ApiRequest request, ComposeForm form) {
        return new Wishes(
                form.purpose() != null
                        ? form.purpose()
                        : request.queryValue("purpose").orElse(null),
                form.topic() != null
                        ? form.topic()
                        : request.queryValue("topic").orElse(null),
                form.channels(),
                form.question(),
                false,
                form.template());
    }

    private static @Nullable String idempotencyKey(ApiRequest request) {
        String key = request.header("idempotency-key").map(String::strip).orElse(null);
        if (key != null && !KEY.matcher(key).matches()) {
            throw ProblemException.badRequest("Idempotency-Key: 1 to 200 visible ASCII characters expected.");
        }
        return key;
    }

    private static boolean draft(ApiRequest request) {
        return request.queryValue("draft").map(Boolean::parseBoolean).orElse(false);
    }

    private static void mayWrite(ApiRequest request) {
        if (!request.actor().hasAny(Role.AUTHOR, Role.ADMIN, Role.PARTNER)) {
            throw ProblemException.forbidden("Publishing needs the role author, partner or admin; yours: "
                    + request.actor().roles().stream()
                            .map(r -> r.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .toList());
        }
    }

    /** What is not proved by a signature of its sender, and waits for nobody. All else of a partner is looked at by a second person. */
    private static boolean takesBackAtOnce(AlertContent content) {
        return content.msgType() == MsgType.CANCEL && content.signature().state() != SignatureState.VALID;
    }

    /** A partner speaks for itself and whom it acts for; the city's own officers may enter what another authority has given them. */
    private void maySpeakFor(ApiRequest request, String sender) {
        if (!request.actor().hasAny(Role.AUTHOR, Role.ADMIN) && !city.mayAct(request.sender(), sender)) {
            throw ProblemException.forbidden("This account speaks for the sender " + request.sender() + ", not for "
                    + sender + ": an administrator can give it another.");
        }
    }

    private static String commandId() {
        return UUID.randomUUID().toString();
    }
}
