package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.jspecify.annotations.Nullable;

/** Says what becomes of an alert that its author has finished: a second person is asked, or none is needed. */
final class Settlement {
    private final LifecyclePolicy policy;
    private final References references;
    private final Issuance issuance;

    Settlement(LifecyclePolicy policy, References references, Issuance issuance) {
        this.policy = policy;
        this.references = references;
        this.issuance = issuance;
    }

    /**
     * Settles an alert.
     *
     * @param record as it is to be, still a draft or returned
     * @param from its state before, or null for one that came just now
     */
    Decision settle(AlertCommand command, AlertRecord record, @Nullable AlertState from, Changes changes) {
        AlertContent content = record.content();
        if (!content.forResidents()) {
            return issue(command, record, from, "recorded", changes);
        }
        Optional<String> suspicion = suspicion(content);
        if (suspicion.isPresent()) {
            return from == null
                    ? park(command, record, null, AlertState.QUARANTINED, suspicion.get(), changes)
                    : Answers.unprocessable(command, record, suspicion.get());
        }
        References.Found found = references.resolve(content, changes);
        if (content.msgType() == MsgType.CANCEL && !record.correction()) {
            return cancel(command, record, from, found, changes);
        }
        if (content.msgType() == MsgType.UPDATE && !record.correction() && isOfficer(command)) {
            Optional<Decision> late = found.cancelledSince(command.at())
                    .map(before -> Answers.conflict(command, before, Approvals.CANCELLED_MEANWHILE));
            if (late.isPresent()) {
                return late.get();
            }
        }
        Optional<NamedAlerts.EndMark> mark = changes.named(content.sender(), content.identifier())
                .markFor(content.sent().toInstant());
        if (mark.isPresent()) {
            return arriveEnded(command, record, from, mark.get(), changes);
        }
        if (record.correction()) {
            return correct(command, record, from, found, changes);
        }
        return isTrusted(command, content) && record.unreviewed().isEmpty()
                ? issue(command, record, from, trustedBy(content), changes)
                : park(command, record, from, AlertState.PENDING_APPROVAL, null, changes);
    }

    /** Why a person must look at it before it may go the way of others. */
    private static Optional<String> suspicion(AlertContent content) {
        if (content.signature().state() == SignatureState.INVALID) {
            return Optional.of("its signature is invalid");
        }
        AlertSource source = content.source();
        return source == null ? Optional.empty() : Optional.ofNullable(source.suspicion());
    }

    /** What a feed brings has nobody behind it but the feed, so that a Cancel, too, waits unless the feed is trusted. */
    private static boolean needsSecondPerson(AlertContent content) {
        AlertSource source = content.source();
        return source != null && !source.trusted();
    }

    private static boolean isTrusted(AlertCommand command, AlertContent content) {
        AlertSource source = content.source();
        return source != null
                ? source.trusted()
                : content.signature().state() == SignatureState.VALID
                        && command.actor().hasAny(Role.PARTNER);
    }

    private static String trustedBy(AlertContent content) {
        return content.source() != null ? "issued by a trusted feed" : "issued by a signed partner";
    }

    private static Decision park(
            AlertCommand command,
            AlertRecord record,
            @Nullable AlertState from,
            AlertState to,
            @Nullable String reason,
            Changes changes) {
        String who = command.actor().user();
        Step step = step(record, from, to, who, changes);
        Alert parked = step.next().decided(null, reason).build();
        String why = reason == null ? record.remarks().reason() : reason;
        return Answers.done(command, changes.keep(record.with(parked), step.from(), who, "submitted", why));
    }

    /** Needs no second person, unless it would end what somebody else has published or say what nobody has read over. */
    private Decision cancel(
            AlertCommand command,
            AlertRecord record,
            @Nullable AlertState from,
            References.Found found,
            Changes changes) {
        if (found.isCancelled()) {
            return Answers.conflict(command, found.predecessors().getFirst(), Approvals.CANCELLED_BEFORE);
        }
        if (needsSecondPerson(record.content())) {
            return park(
                    command,
                    record,
                    from,
                    AlertState.PENDING_APPROVAL,
                    "a feed brought it, and no person stands behind it yet",
                    changes);
        }
        if (!isOfficer(command) && !speaksFor(command, record) && !isOwn(command, found)) {
            return park(
                    command,
                    record,
                    from,
                    AlertState.PENDING_APPROVAL,
                    "it cancels what another account has published",
                    changes);
        }
        List<String> unread = unread(record, found);
        return unread.isEmpty()
                ? issue(command, record, from, "issued", changes)
                : park(
                        command,
                        record,
                        from,
                        AlertState.PENDING_APPROVAL,
                        "nobody has reviewed its text in " + String.join(", ", unread),
                        changes);
    }

    private Decision correct(
            AlertCommand command,
            AlertRecord record,
            @Nullable AlertState from,
            References.Found found,
            Changes changes) {
        Optional<Decision> objection = SecondFactors.objection(command, record, policy, changes.now());
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<Decision> wrong = correctionObjection(command, record.content(), found, changes);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<String> unread = unread(record, found);
        return unread.isEmpty()
                ? issue(command, record, from, "issued as a correction", changes)
                : Answers.unprocessable(
                        command,
                        null,
                        "nobody has reviewed the text in " + String.join(", ", unread)
                                + ": acknowledge each by name in acknowledgeUnreviewed");
    }

    /** Languages that somebody will read, nobody has reviewed, and no officer has acknowledged: now or with what it follows. */
    private static List<String> unread(AlertRecord record, References.Found found) {
        if (!found.anyReached()) {
            return List.of();
        }
        List<String> acknowledged = acknowledged(record, found);
        return record.unreviewed().stream()
                .filter(language -> !acknowledged.contains(language))
                .toList();
    }

    /** Of its unreviewed languages those that an officer has accepted by name, now or with what it follows. */
    private static List<String> acknowledged(AlertRecord record, References.Found found) {
        Set<String> accepted = new LinkedHashSet<>(record.remarks().acknowledgeUnreviewed());
        found.predecessors().forEach(before -> accepted.addAll(before.alert().acknowledgedUnreviewed()));
        return record.unreviewed().stream().filter(accepted::contains).toList();
    }

    private static boolean isOfficer(AlertCommand command) {
        return command.actor().hasAny(Role.AUTHOR, Role.APPROVER, Role.ADMIN);
    }

    private static boolean speaksFor(AlertCommand command, AlertRecord record) {
        AlertContent content = record.content();
        AlertSource source = content.source();
        return source != null
                ? source.trusted()
                : content.signature().state() == SignatureState.VALID
                        || content.sender().equals(command.actor().sender());
    }

    private static boolean isOwn(AlertCommand command, References.Found found) {
        String user = command.actor().user();
        return found.predecessors().stream()
                .allMatch(before -> before.alert().author().equals(user));
    }

    private Decision issue(
            AlertCommand command, AlertRecord record, @Nullable AlertState from, String what, Changes changes) {
        String who = command.actor().user();
        Step step = step(record, from, AlertState.ISSUED, who, changes);
        Alert issued = step.next()
                .decided(who, record.remarks().reason())
                .acknowledged(acknowledged(record, references.resolve(record.content(), changes)))
                .issued(changes.now())
                .build();
        return Answers.done(command, issuance.issue(record.with(issued), step.from(), who, what, changes));
    }

    /** What ended it came before it: it is recorded, and nobody gets it. */
    private static Decision arriveEnded(
            AlertCommand command,
            AlertRecord record,
            @Nullable AlertState from,
            NamedAlerts.EndMark mark,
            Changes changes) {
        String who = command.actor().user();
        String reason = mark.state().wireName() + " by " + mark.by() + " before it arrived";
        Step step = step(record, from, mark.state(), who, changes);
        Alert ended = step.next()
                .decided(null, reason)
                .ended(changes.now(), mark.by())
                .build();
        return Answers.done(command, changes.keep(record.with(ended), step.from(), who, "arrived late", reason));
    }

    /** A draft passes through approval pending on its way, however short the stay. */
    private static Step step(
            AlertRecord record, @Nullable AlertState from, AlertState to, String who, Changes changes) {
        if (from == null) {
            return new Step(NextAlert.first(record.alert(), to), null);
        }
        if (from.mayBecome(to)) {
            return new Step(NextAlert.step(record.alert(), to).submitted(changes.now()), from);
        }
        Alert pending = NextAlert.step(record.alert(), AlertState.PENDING_APPROVAL)
                .submitted(changes.now())
                .build();
        changes.keep(record.with(pending), from, who, "submitted", null);
        return new Step(NextAlert.step(pending, to), AlertState.PENDING_APPROVAL);
    }

    /** The alert's next form, and the state that it leaves. */
    private record Step(NextAlert next, @Nullable AlertState from) {}

    private Optional<Decision> correctionObjection(
            AlertCommand command, AlertContent content, References.Found found, Changes changes) {
        if (content.msgType() != MsgType.CANCEL && content.msgType() != MsgType.UPDATE) {
            return Optional.of(Answers.unprocessable(
                    command, null, "a correction is an Update or a Cancel of the alert that it corrects"));
        }
        Instant oldest = changes.now().minus(policy.correctionWindow());
        List<AlertRecord> corrected = found.predecessors().stream()
                .filter(before -> before.state() == AlertState.ISSUED && !before.isCancel())
                .toList();
        if (corrected.isEmpty()) {
            String message = "a correction refers to an alert that is in force";
            return Optional.of(
                    found.predecessors().isEmpty()
                            ? Answers.unprocessable(command, null, message)
                            : Answers.conflict(command, found.predecessors().getFirst(), message));
        }
        boolean recent = corrected.stream()
                .map(before -> before.alert().issuedAt())
                .anyMatch(issuedAt -> issuedAt != null && !issuedAt.isBefore(oldest));
        return recent
                ? Optional.empty()
                : Optional.of(Answers.unprocessable(
                        command,
                        null,
                        "a correction by one person is possible for "
                                + policy.correctionWindow().toMinutes()
                                + " minutes after the issue: submit an Update, which a second person approves, or a"
                                + " Cancel"));
    }
}
