package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Issuance issuance;

    Settlement(LifecyclePolicy policy, Issuance issuance) {
        this.policy = policy;
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
        if (content.msgType() == MsgType.CANCEL && !record.correction() && !needsSecondPerson(content)) {
            return issue(command, record, from, "issued", changes);
        }
        Optional<NamedAlerts.EndMark> mark = changes.named(content.sender(), content.identifier())
                .markFor(content.sent().toInstant());
        if (mark.isPresent()) {
            return arriveEnded(command, record, from, mark.get(), changes);
        }
        if (record.correction()) {
            return correctionObjection(content, changes)
                    .map(message -> Answers.unprocessable(command, null, message))
                    .orElseGet(() -> issue(command, record, from, "issued as a correction", changes));
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
        return Answers.done(command, changes.keep(record.with(parked), step.from(), who, "submitted", reason));
    }

    private Decision issue(
            AlertCommand command, AlertRecord record, @Nullable AlertState from, String what, Changes changes) {
        String who = command.actor().user();
        Step step = step(record, from, AlertState.ISSUED, who, changes);
        Alert issued = step.next().decided(who, null).issued(changes.now()).build();
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
            return new Step(NextAlert.step(record.alert(), to), from);
        }
        Alert pending =
                NextAlert.step(record.alert(), AlertState.PENDING_APPROVAL).build();
        changes.keep(record.with(pending), from, who, "submitted", null);
        return new Step(NextAlert.step(pending, to), AlertState.PENDING_APPROVAL);
    }

    /** The alert's next form, and the state that it leaves. */
    private record Step(NextAlert next, @Nullable AlertState from) {}

    private Optional<String> correctionObjection(AlertContent content, Changes changes) {
        if (content.msgType() != MsgType.CANCEL && content.msgType() != MsgType.UPDATE) {
            return Optional.of("a correction is an Update or a Cancel of the alert that it corrects");
        }
        Instant oldest = changes.now().minus(policy.correctionWindow());
        List<AlertRecord> corrected = References.resolve(content, changes).predecessors().stream()
                .filter(before -> before.state() == AlertState.ISSUED)
                .toList();
        if (corrected.isEmpty()) {
            return Optional.of("a correction refers to an alert that is in force");
        }
        boolean recent = corrected.stream()
                .map(before -> before.alert().issuedAt())
                .anyMatch(issuedAt -> issuedAt != null && !issuedAt.isBefore(oldest));
        return recent
                ? Optional.empty()
                : Optional.of("a correction by one person is possible for "
                        + policy.correctionWindow().toMinutes()
                        + " minutes after the issue: submit an Update, which a second person approves, or a Cancel");
    }
}
