package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.delivery.GateEntry;
import org.jspecify.annotations.Nullable;

/** What follows when an alert is issued: those before it end, and its audience is cut. */
final class Issuance {
    private final LifecyclePolicy policy;
    private final References references;
    private final AudienceQuestions questions;

    Issuance(LifecyclePolicy policy, References references, AudienceQuestions questions) {
        this.policy = policy;
        this.references = references;
        this.questions = questions;
    }

    /**
     * Issues a pending alert, or one that came just now ({@code from} null).
     *
     * @param issued the alert in its new state
     */
    AlertRecord issue(AlertRecord issued, @Nullable AlertState from, String who, String what, Changes changes) {
        AlertContent content = issued.content();
        if (!content.forResidents()) {
            return changes.keep(issued, from, who, what, issued.alert().reason());
        }
        SignedDocuments.published(issued, changes).ifPresent(changes::add);
        References.Found found = references.resolve(content, changes);
        Instant keepUntil = keepUntil(content, found.predecessors());
        found.predecessors().forEach(before -> end(before, issued, who, keepUntil, changes));
        markUnknown(found.unknown(), content, changes);
        AlertRecord kept = changes.keep(
                issued.with(withPredecessors(issued.alert(), found.predecessors())),
                from,
                who,
                what,
                issued.alert().reason());
        questions.cut(kept, found.predecessors(), changes.now()).ifPresent(cut -> changes.add(new Effect.Ask(cut)));
        return kept;
    }

    /** The state in which a message leaves those that it follows. */
    static AlertState ending(MsgType type) {
        return switch (type) {
            case CANCEL -> AlertState.CANCELLED;
            case ALERT, UPDATE, ACK, ERROR -> AlertState.SUPERSEDED;
        };
    }

    Instant keepUntil(AlertContent content) {
        return content.expires().plus(policy.keepReached());
    }

    private Instant keepUntil(AlertContent content, List<AlertRecord> predecessors) {
        return predecessors.stream()
                .map(before -> keepUntil(before.content()))
                .max(Comparator.naturalOrder())
                .filter(last -> last.isAfter(keepUntil(content)))
                .orElseGet(() -> keepUntil(content));
    }

    private void end(AlertRecord before, AlertRecord by, String who, Instant keepUntil, Changes changes) {
        AlertState ending = ending(by.content().msgType());
        if (before.state().mayBecome(ending)) {
            Alert ended = NextAlert.step(before.alert(), ending)
                    .ended(changes.now(), by.id())
                    .build();
            changes.keep(before.with(ended), before.state(), who, ending.wireName(), why(by));
            if (before.wasIssuedToResidents()) {
                changes.add(new Effect.PutGate(
                        new GateEntry.AlertWithdrawn(before.id(), ending.wireName(), changes.now())));
            }
        } else if (by.isCancel()
                && before.state() == AlertState.EXPIRED
                && before.alert().endedBy() == null) {
            // A second Cancel of it must find the first: nobody is told twice.
            Alert noted = NextAlert.same(before.alert())
                    .ended(endOf(before, changes), by.id())
                    .build();
            changes.keep(before.with(noted), before.state(), who, "cancelled after its end", why(by));
        }
        if (before.wasIssuedToResidents()) {
            changes.add(new Effect.Ask(new AudienceQuery.Withdraw(before.id(), changes.now(), keepUntil)));
        }
    }

    private static Instant endOf(AlertRecord record, Changes changes) {
        Instant ended = record.alert().endedAt();
        return ended == null ? changes.now() : ended;
    }

    private static String why(AlertRecord by) {
        String reason = by.remarks().reason();
        return "by " + by.id() + (reason == null ? "" : ": " + reason);
    }

    private static void markUnknown(List<AlertReference> unknown, AlertContent content, Changes changes) {
        for (AlertReference reference : unknown) {
            NamedAlerts.EndMark mark = new NamedAlerts.EndMark(
                    reference.sent().toInstant(), content.id(), content.sent().toInstant(), ending(content.msgType()));
            changes.name(
                    reference.sender(),
                    reference.identifier(),
                    changes.named(reference.sender(), reference.identifier()).with(mark));
        }
    }

    private static Alert withPredecessors(Alert alert, List<AlertRecord> predecessors) {
        return NextAlert.same(alert)
                .predecessors(predecessors.stream().map(AlertRecord::id).toList())
                .build();
    }
}
