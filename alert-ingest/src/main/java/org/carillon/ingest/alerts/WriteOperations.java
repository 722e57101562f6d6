package org.carillon.ingest.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carillon.ingest.compose.ComposeForm;
import org.carillon.ingest.compose.Composer;
import org.carillon.ingest.compose.Digests;
import org.carillon.ingest.compose.FormReader;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.compose.TemplateForms;
import org.carillon.ingest.compose.Wishes;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
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
    private final Clock clock;

    WriteOperations(
            ReadOperations reading,
            Deciding deciding,
            Submissions submissions,
            Composer composer,
            TemplateForms templates,
            Clock clock) {
        this.reading = reading;
        this.deciding = deciding;
        this.submissions = submissions;
        this.composer = composer;
        this.templates = templates;
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
            return deciding.create(submit(request, prepared, draft, false, false));
        }
        if (request.mediaType().equals("application/json")) {
            return compose(request, form(request.body()), MsgType.ALERT, null, draft);
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
        return deciding.step(submit(request, prepared, draft, true, false));
    }

    ApiResponse update(ApiRequest request) {
        return follow(request, MsgType.UPDATE);
    }

    ApiResponse cancel(ApiRequest request) {
        return follow(request, MsgType.CANCEL);
    }

    ApiResponse submitDraft(ApiRequest request) {
        return deciding.step(new AlertCommand.SubmitDraft(
                commandId(), reading.alert(request).id(), clock.instant(), request.actor()));
    }

    ApiResponse approve(ApiRequest request) {
        DecisionForm form = DecisionForm.read(request.body());
        return deciding.step(new AlertCommand.Approve(
                commandId(),
                reading.alert(request).id(),
                clock.instant(),
                request.actor(),
                form.reason(),
                form.renditionsDigest(),
                form.acknowledgeUnreviewed()));
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

    private ApiResponse follow(ApiRequest request, MsgType msgType) {
        mayWrite(request);
        Alert before = reading.alert(request);
        // A repeat under the same key finds its alert cancelled already: the router knows it again.
        boolean repeatable = idempotencyKey(request) != null
                && (before.state() == AlertState.CANCELLED || before.state() == AlertState.SUPERSEDED);
        if (before.state() != AlertState.ISSUED && before.state() != AlertState.EXPIRED && !repeatable) {
            throw ProblemException.conflict("The alert is " + before.state().wireName()
                    + ": only one that was issued can be followed by " + msgType.wireName() + ".");
        }
        RequestBody body =
                request.body().isEmpty() ? RequestBody.of("{}".getBytes(StandardCharsets.UTF_8)) : request.body();
        return compose(request, form(body), msgType, before, draft(request));
    }

    private ApiResponse compose(
            ApiRequest request, ComposeForm form, MsgType asked, @Nullable Alert before, boolean draft) {
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
        Wishes wishes = wishes(request, form);
        String digest = Digests.sha256(
                request.body().bytes(),
                Stream.concat(Stream.of(msgType.wireName(), follows), Arrays.stream(wishes.parts()))
                        .toArray(String[]::new));
        Submissions.Prepared prepared = submissions.prepare(document, wishes, digest);
        return deciding.create(submit(request, prepared, draft, false, key != null));
    }

    private ComposeForm form(RequestBody body) {
        return templates.fill(FormReader.read(body.bytes()), clock.instant());
    }

    private AlertCommand.Submit submit(
            ApiRequest request, Submissions.Prepared prepared, boolean draft, boolean edit, boolean keyed) {
        return new AlertCommand.Submit(
                commandId(),
                prepared.content().id(),
                clock.instant(),
                request.actor(),
                prepared.content(),
                prepared.renditions(),
                prepared.unreviewed(),
                prepared.document(),
                draft,
                edit,
                false,
                keyed);
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

    private static String commandId() {
        return UUID.randomUUID().toString();
    }
}
