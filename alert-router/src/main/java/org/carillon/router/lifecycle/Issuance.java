package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.delivery.GateEntry;
import org.jspecify.annotations.Nullable;

/** What follows when an alert is issued: those before it end, and its audience is cut. */
final class Issuance {
    private final LifecyclePolicy policy;

    Issuance(LifecyclePolicy policy) {
        this.policy = policy;
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
        References.Found found = References.resolve(content, changes);
        Instant keepUntil = keepUntil(content, found.predecessors());
        found.predecessors().forEach(before -> end(before, issued, who, keepUntil, changes));
        markUnknown(found.unknown(), content, changes);
        AlertRecord kept = changes.keep(
                issued.with(withPredecessors(issued.alert(), found.predecessors())),
                from,
                who,
                what,
                issued.alert().reason());
        cut(kept, found.predecessors(), changes);
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
            changes.keep(before.with(ended), before.state(), who, ending.wireName(), "by " + by.id());
            if (before.wasIssuedToResidents()) {
                changes.add(new Effect.PutGate(
                        new GateEntry.AlertWithdrawn(before.id(), ending.wireName(), changes.now())));
            }
        }
        if (before.wasIssuedToResidents()) {
            changes.add(new Effect.Ask(new AudienceQuery.Withdraw(before.id(), changes.now(), keepUntil)));
        }
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

    private void cut(AlertRecord record, List<AlertRecord> predecessors, Changes changes) {
        AlertContent content = record.content();
        List<String> channels = content.channels().stream()
                .filter(policy.batchedChannels()::contains)
                .filter(channel -> record.renditions().stream()
                        .anyMatch(made -> made.channel().equals(channel)))
                .toList();
        if (channels.isEmpty()) {
            return;
        }
        List<AlertRecord.Made> made = record.renditions().stream()
                .filter(rendition -> channels.contains(rendition.channel()))
                .toList();
        changes.add(new Effect.Ask(new AudienceQuery.Cut(
                record.id(),
                record.alert().version(),
                Lane.of(content.severity()),
                content.severity(),
                match(record),
                issuedBefore(predecessors),
                channels,
                languages(content, made),
                formats(made),
                changes.now(),
                content.expires())));
    }

    /** Cancel, all-clear and correction go to those who were reached, and to nobody else. */
    private static AudienceQuery.@Nullable Match match(AlertRecord record) {
        AlertContent content = record.content();
        boolean allClear =
                content.msgType() == MsgType.UPDATE && content.responseTypes().contains(ResponseType.ALL_CLEAR);
        if (content.msgType() == MsgType.CANCEL || allClear || record.correction()) {
            return null;
        }
        return new AudienceQuery.Match(content.purpose(), content.districts(), content.topic(), content.severity());
    }

    private static List<AlertId> issuedBefore(List<AlertRecord> predecessors) {
        return predecessors.stream()
                .filter(AlertRecord::wasIssuedToResidents)
                .map(AlertRecord::id)
                .toList();
    }

    /** In the order of the texts: the first is for those whose own language is missing. */
    private static List<String> languages(AlertContent content, List<AlertRecord.Made> made) {
        Set<String> ordered = new LinkedHashSet<>(content.texts().keySet());
        List<String> there = made.stream().map(AlertRecord.Made::language).toList();
        ordered.retainAll(there);
        ordered.addAll(there);
        return new ArrayList<>(ordered);
    }

    /** The formats that every channel has in every language. */
    private static List<ContentFormat> formats(List<AlertRecord.Made> made) {
        Set<ContentFormat> everywhere = EnumSet.allOf(ContentFormat.class);
        made.stream()
                .map(one -> List.of(one.channel(), one.language()))
                .distinct()
                .forEach(pair -> everywhere.retainAll(made.stream()
                        .filter(one -> List.of(one.channel(), one.language()).equals(pair))
                        .map(AlertRecord.Made::format)
                        .toList()));
        return List.copyOf(everywhere);
    }

    private static Alert withPredecessors(Alert alert, List<AlertRecord> predecessors) {
        return NextAlert.same(alert)
                .predecessors(predecessors.stream().map(AlertRecord::id).toList())
                .build();
    }
}
