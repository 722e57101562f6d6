package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/** Alerts and commands for tests: what is not set is an ordinary Actual, Public alert of the water board. */
final class Alerts {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final String SENDER = "water@city.example";
    static final Actor AUTHOR = new Actor("ana", Set.of(Role.AUTHOR));
    static final Actor APPROVER = new Actor("ben", Set.of(Role.APPROVER));
    static final Actor ADMIN = new Actor("cleo", Set.of(Role.ADMIN));
    static final Actor PARTNER = new Actor("met-office", Set.of(Role.PARTNER));
    static final Actor AUDITOR = new Actor("dora", Set.of(Role.AUDITOR));

    private static final AtomicInteger COMMANDS = new AtomicInteger();

    private Alerts() {}

    static Draft alert(String identifier) {
        return new Draft(identifier);
    }

    static AlertCommand.Approve approve(AlertId id, Actor actor, String... acknowledged) {
        return new AlertCommand.Approve(commandId(), id, NOON, actor, null, null, List.of(acknowledged));
    }

    static AlertCommand.Reject reject(AlertId id, Actor actor) {
        return new AlertCommand.Reject(commandId(), id, NOON, actor, "wrong district");
    }

    static AlertCommand.Return giveBack(AlertId id, Actor actor) {
        return new AlertCommand.Return(commandId(), id, NOON, actor, "mend the headline");
    }

    static AlertCommand.SubmitDraft submitDraft(AlertId id, Actor actor) {
        return new AlertCommand.SubmitDraft(commandId(), id, NOON, actor);
    }

    static String commandId() {
        return "command-" + COMMANDS.incrementAndGet();
    }

    /** What a test sets of an alert, step by step. */
    static final class Draft {
        private final String identifier;
        private String sender = SENDER;
        private Instant sent = NOON;
        private Status status = Status.ACTUAL;
        private MsgType msgType = MsgType.ALERT;
        private Scope scope = Scope.PUBLIC;
        private Severity severity = Severity.SEVERE;
        private List<ResponseType> responseTypes = List.of();
        private List<String> districts = List.of("D01", "D02");
        private Instant expires = NOON.plus(Duration.ofHours(6));
        private final List<AlertReference> references = new ArrayList<>();
        private SignatureCheck signature = SignatureCheck.UNSIGNED;
        private String headline = "Boil your water";
        private Actor actor = AUTHOR;
        private List<String> unreviewed = List.of();
        private boolean asDraft;
        private boolean edit;
        private boolean correction;
        private boolean keyed;
        private @Nullable String digest;
        private List<String> pushed = List.of();

        private Draft(String identifier) {
            this.identifier = identifier;
        }

        Draft by(Actor author) {
            actor = author;
            return this;
        }

        Draft sender(String newSender) {
            sender = newSender;
            return this;
        }

        Draft sent(Instant at) {
            sent = at;
            return this;
        }

        Draft status(Status newStatus) {
            status = newStatus;
            return this;
        }

        Draft scope(Scope newScope) {
            scope = newScope;
            return this;
        }

        Draft type(MsgType newType) {
            msgType = newType;
            return this;
        }

        Draft severity(Severity newSeverity) {
            severity = newSeverity;
            return this;
        }

        Draft responses(ResponseType... types) {
            responseTypes = List.of(types);
            return this;
        }

        Draft districts(String... codes) {
            districts = List.of(codes);
            return this;
        }

        Draft expires(Instant at) {
            expires = at;
            return this;
        }

        Draft refersTo(Draft... others) {
            for (Draft other : others) {
                refersTo(other.sender, other.identifier, other.sent.atOffset(ZoneOffset.UTC));
            }
            return this;
        }

        Draft refersTo(String otherSender, String otherIdentifier, OffsetDateTime otherSent) {
            references.add(new AlertReference(otherSender, otherIdentifier, otherSent));
            return this;
        }

        Draft signed(SignatureCheck check) {
            signature = check;
            return this;
        }

        Draft headline(String text) {
            headline = text;
            return this;
        }

        Draft unreviewed(String... languages) {
            unreviewed = List.of(languages);
            return this;
        }

        Draft asDraft(boolean draft) {
            asDraft = draft;
            return this;
        }

        Draft edit() {
            edit = true;
            return this;
        }

        Draft correction() {
            correction = true;
            return this;
        }

        Draft keyed() {
            keyed = true;
            return this;
        }

        /** Goes by push, too, with a standard text in these languages only. */
        Draft push(String... languages) {
            pushed = List.of(languages);
            return this;
        }

        Draft renditionsDigest(String wrong) {
            digest = wrong;
            return this;
        }

        AlertId id() {
            return AlertId.of(sender, identifier, sent);
        }

        List<Rendition> renditions() {
            List<Rendition> all = new ArrayList<>();
            for (String language : List.of("en", "es")) {
                for (ContentFormat format : ContentFormat.values()) {
                    all.add(new Rendition("sms", language, format, headline + ' ' + language + format, Map.of()));
                }
                all.add(new Rendition("web", language, ContentFormat.STANDARD, headline, Map.of()));
            }
            pushed.forEach(
                    language -> all.add(new Rendition("push", language, ContentFormat.STANDARD, headline, Map.of())));
            return all;
        }

        AlertContent content() {
            return new AlertContent(
                    identifier,
                    sender,
                    sent.atOffset(ZoneOffset.UTC),
                    status,
                    msgType,
                    scope,
                    "city-alerts",
                    "water",
                    Category.HEALTH,
                    severity,
                    Urgency.IMMEDIATE,
                    Certainty.OBSERVED,
                    responseTypes,
                    districts,
                    Map.of(),
                    texts(),
                    expires,
                    references,
                    pushed.isEmpty() ? List.of("sms", "web") : List.of("sms", "push", "web"),
                    false,
                    signature,
                    headline + references,
                    digest == null ? Rendition.digest(renditions()) : digest,
                    null);
        }

        AlertCommand.Submit submit() {
            return new AlertCommand.Submit(
                    commandId(),
                    id(),
                    NOON,
                    actor,
                    content(),
                    renditions(),
                    unreviewed,
                    CapBytes.of(new byte[] {1}),
                    asDraft,
                    edit,
                    correction,
                    keyed);
        }

        private Map<String, AlertText> texts() {
            UnaryOperator<String> in = language -> headline + ' ' + language;
            Map<String, AlertText> texts = new LinkedHashMap<>();
            texts.put("es", new AlertText("Water", in.apply("es"), null, "Boil it", null));
            texts.put("en", new AlertText("Water", in.apply("en"), null, "Boil it", null));
            return texts;
        }
    }
}
