package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;

/** Finds what a message speaks of: by sender and identifier, then by the nearest {@code sent} as an instant. */
final class References {
    /** Real references are up to a second off, or written in another zone; farther away it is another message. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private final LifecyclePolicy policy;

    References(LifecyclePolicy policy) {
        this.policy = policy;
    }

    /**
     * What was found.
     *
     * @param predecessors alerts for residents that it follows, transitively
     * @param unknown references to messages of the same sender that are not here
     */
    record Found(List<AlertRecord> predecessors, List<AlertReference> unknown) {
        /** Whether all of it was cancelled before: there is nothing left to take back. */
        boolean isCancelled() {
            return predecessors.stream().anyMatch(Found::tellsOfCancel)
                    && predecessors.stream().allMatch(before -> before.isCancel() || isEnded(before.state()));
        }

        /** The one that was cancelled at or after {@code since}, of those that are not Cancels themselves. */
        Optional<AlertRecord> cancelledSince(Instant since) {
            return predecessors.stream()
                    .filter(before -> before.state() == AlertState.CANCELLED)
                    .filter(before -> {
                        Instant ended = before.alert().endedAt();
                        return ended != null && !ended.isBefore(since);
                    })
                    .findFirst();
        }

        boolean anyReached() {
            return predecessors.stream().anyMatch(AlertRecord::wasIssuedToResidents);
        }

        private static boolean tellsOfCancel(AlertRecord before) {
            return before.state() == AlertState.CANCELLED
                    || (before.state() == AlertState.EXPIRED && before.alert().endedBy() != null)
                    || (before.isCancel() && before.wasIssuedToResidents());
        }

        private static boolean isEnded(AlertState state) {
            return switch (state) {
                case SUPERSEDED, CANCELLED, EXPIRED, REJECTED -> true;
                case DRAFT, PENDING_APPROVAL, RETURNED, QUARANTINED, ISSUED -> false;
            };
        }
    }

    /** A reason why the message may not speak of what it speaks of. */
    Optional<String> objection(AlertContent content, Changes changes) {
        List<AlertReference> own = ownReferences(content);
        for (AlertReference reference : references(content)) {
            if (!policy.mayAct(content.sender(), reference.sender())
                    && lookUp(reference, content, changes).isPresent()) {
                return Optional.of("only " + reference.sender() + " may update or cancel its message "
                        + reference.identifier() + "; " + content.sender() + " may not");
            }
        }
        boolean nothing = own.isEmpty() && sameIdentifier(content, changes).isEmpty();
        if (content.msgType() == MsgType.CANCEL && nothing) {
            return Optional.of("a Cancel refers to at least one earlier message of its own sender " + content.sender());
        }
        return Optional.empty();
    }

    Found resolve(AlertContent content, Changes changes) {
        AlertId self = content.id();
        SequencedSet<AlertId> found = new LinkedHashSet<>();
        List<AlertReference> unknown = new ArrayList<>();
        for (AlertReference reference : ownReferences(content)) {
            Optional<NamedAlerts.Named> known = lookUp(reference, content, changes);
            known.ifPresent(named -> found.add(named.id()));
            if (known.isEmpty() || isFar(known.get().sent(), reference.sent().toInstant())) {
                unknown.add(reference);
            }
        }
        sameIdentifier(content, changes).ifPresent(named -> found.add(named.id()));
        SequencedSet<AlertId> all = new LinkedHashSet<>();
        found.forEach(id -> follow(id, content, changes, all));
        all.remove(self);
        List<AlertRecord> predecessors = all.stream()
                .map(changes::find)
                .flatMap(Optional::stream)
                .filter(record -> record.content().forResidents())
                .toList();
        return new Found(predecessors, unknown);
    }

    /** An alert, all that it follows, and what has taken its place since, if that is older than this message. */
    private static void follow(AlertId id, AlertContent content, Changes changes, SequencedSet<AlertId> all) {
        Optional<AlertRecord> record = changes.find(id);
        if (record.isEmpty() || !all.add(id)) {
            return;
        }
        record.get().alert().predecessors().forEach(before -> follow(before, content, changes, all));
        AlertId successor = record.get().alert().endedBy();
        if (successor != null && isOlder(successor, content, changes)) {
            follow(successor, content, changes, all);
        }
    }

    /** Of two in one second a Cancel is the later: what it names must not stay in force by an Update of that second. */
    private static boolean isOlder(AlertId id, AlertContent content, Changes changes) {
        Instant sent = content.sent().toInstant();
        return changes.find(id)
                .map(record -> record.content().sent().toInstant())
                .map(other -> other.isBefore(sent) || (content.msgType() == MsgType.CANCEL && other.equals(sent)))
                .orElse(false);
    }

    private List<AlertReference> ownReferences(AlertContent content) {
        return references(content).stream()
                .filter(r -> policy.mayAct(content.sender(), r.sender()))
                .filter(r -> !isSelf(r, content))
                .toList();
    }

    /** A new alert replaces nothing, whatever it mentions (CAP 1.2, 3.2.1: references belong to the other types). */
    private static List<AlertReference> references(AlertContent content) {
        return switch (content.msgType()) {
            case UPDATE, CANCEL -> content.references();
            case ALERT, ACK, ERROR -> List.of();
        };
    }

    private static boolean isSelf(AlertReference reference, AlertContent content) {
        return reference.sender().equals(content.sender())
                && reference.identifier().equals(content.identifier())
                && !isFar(reference.sent().toInstant(), content.sent().toInstant());
    }

    private static Optional<NamedAlerts.Named> lookUp(AlertReference reference, AlertContent content, Changes changes) {
        return changes.named(reference.sender(), reference.identifier())
                .nearest(reference.sent().toInstant(), content.id());
    }

    private static Optional<NamedAlerts.Named> sameIdentifier(AlertContent content, Changes changes) {
        return changes.named(content.sender(), content.identifier())
                .latestBefore(content.sent().toInstant());
    }

    private static boolean isFar(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SAME) > 0;
    }
}
