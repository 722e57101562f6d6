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
import org.carillon.schemas.cap.MsgType;

/** Finds what a message speaks of: by sender and identifier, then by the nearest {@code sent} as an instant. */
final class References {
    /** Real references are up to a second off, or written in another zone; farther away it is another message. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private References() {}

    /**
     * What was found.
     *
     * @param predecessors alerts for residents that it follows, transitively
     * @param unknown references to messages of the same sender that are not here
     */
    record Found(List<AlertRecord> predecessors, List<AlertReference> unknown) {}

    /** A reason why the message may not speak of what it speaks of. */
    static Optional<String> objection(AlertContent content, Changes changes) {
        List<AlertReference> own = ownReferences(content);
        for (AlertReference reference : references(content)) {
            if (!reference.sender().equals(content.sender())
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

    static Found resolve(AlertContent content, Changes changes) {
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
        if (successor != null && isOlder(successor, content.sent().toInstant(), changes)) {
            follow(successor, content, changes, all);
        }
    }

    private static boolean isOlder(AlertId id, Instant sent, Changes changes) {
        return changes.find(id)
                .map(record -> record.content().sent().toInstant().isBefore(sent))
                .orElse(false);
    }

    private static List<AlertReference> ownReferences(AlertContent content) {
        return references(content).stream()
                .filter(r -> r.sender().equals(content.sender()))
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
        return reference.identifier().equals(content.identifier())
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
