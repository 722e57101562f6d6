package org.carillon.ingest.console.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.ingest.kafka.Commands;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** A router in memory that knows the steps which pages ask for, and not the rules behind them. */
final class FakeRouter implements AlertViews, Commands {
    final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();
    final Map<AlertId, Reach> reach = new ConcurrentHashMap<>();
    final List<AlertCommand> asked = new ArrayList<>();
    private final Map<AlertId, List<HistoryEntry>> history = new ConcurrentHashMap<>();
    private final Map<AlertId, List<Rendition>> renditions = new ConcurrentHashMap<>();
    private final Map<AlertId, byte[]> documents = new ConcurrentHashMap<>();
    private final Map<AlertId, List<AudienceEstimate>> estimates = new ConcurrentHashMap<>();
    private final Clock clock;

    FakeRouter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Decision> ask(AlertCommand command) {
        asked.add(command);
        return Optional.of(decide(command));
    }

    private Decision decide(AlertCommand command) {
        Alert known = alerts.get(command.alertId());
        return switch (command) {
            case AlertCommand.Submit submit -> submit(submit, known);
            case AlertCommand.Approve approve -> approve(approve, known);
            case AlertCommand.SubmitDraft submit -> step(submit, known, AlertState.PENDING_APPROVAL, "submitted", null);
            case AlertCommand.Reject reject ->
                step(
                        reject,
                        known,
                        AlertState.REJECTED,
                        own(reject, known) ? "withdrawn" : "rejected",
                        reject.reason());
            case AlertCommand.Return back -> step(back, known, AlertState.RETURNED, "returned", back.reason());
            case AlertCommand.Signed signed -> decide(signed.command());
        };
    }

    private Decision submit(AlertCommand.Submit submit, @Nullable Alert known) {
        AlertState state = submit.asDraft()
                ? known == null ? AlertState.DRAFT : known.state()
                : submit.content().msgType() == MsgType.CANCEL ? AlertState.ISSUED : AlertState.PENDING_APPROVAL;
        Alert alert = new Alert(
                submit.alertId(),
                VerificationCode.of(
                        submit.content().sender(),
                        submit.content().identifier(),
                        submit.content().sent().toInstant()),
                known == null ? 1 : known.version() + 1,
                state,
                submit.content(),
                List.of(),
                submit.actor().user(),
                null,
                null,
                List.of(),
                clock.instant(),
                state == AlertState.ISSUED ? clock.instant() : null,
                null,
                null);
        renditions.put(alert.id(), submit.renditions());
        documents.put(alert.id(), submit.capDocument().toByteArray());
        estimates.put(
                alert.id(),
                IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                        .mapToObj(partition -> new AudienceEstimate(
                                alert.id(),
                                alert.version(),
                                partition,
                                partition > 0
                                        ? Map.of()
                                        : Map.of("sms", Map.of("en", 4200L, "es", 2100L), "push", Map.of("en", 900L)),
                                partition > 0 ? Map.of() : Map.of("bn", 37L)))
                        .toList());
        return keep(submit, known, alert, word(submit, known, state), null);
    }

    private Decision approve(AlertCommand.Approve approve, @Nullable Alert known) {
        boolean own = own(approve, known);
        if (own && approve.actor().secondFactorAt() != null && !approve.places().isEmpty()) {
            return step(approve, known, AlertState.ISSUED, "issued alone", approve.reason());
        }
        if (own) {
            return refused(approve, Decision.Refusal.FORBIDDEN, "a second person must approve");
        }
        if (!approve.actor().hasAny(Role.APPROVER, Role.ADMIN)) {
            return refused(approve, Decision.Refusal.FORBIDDEN, "approving needs the role approver");
        }
        return step(approve, known, AlertState.ISSUED, "approved", approve.reason());
    }

    private static boolean own(AlertCommand command, @Nullable Alert known) {
        return known != null && known.author().equals(command.actor().user());
    }

    /** As the router names what becomes of a form. */
    private static String word(AlertCommand.Submit submit, @Nullable Alert known, AlertState state) {
        if (submit.asDraft()) {
            return known == null ? "drafted" : "edited";
        }
        return state != AlertState.ISSUED ? "submitted" : submit.correction() ? "issued as a correction" : "issued";
    }

    private Decision step(
            AlertCommand command, @Nullable Alert known, AlertState to, String what, @Nullable String reason) {
        if (known == null || !known.state().mayBecome(to)) {
            return refused(command, Decision.Refusal.CONFLICT, "somebody was faster");
        }
        Instant now = clock.instant();
        boolean ends = to == AlertState.REJECTED;
        return keep(
                command,
                known,
                new Alert(
                        known.id(),
                        known.verificationCode(),
                        known.version(),
                        to,
                        known.content(),
                        known.predecessors(),
                        known.author(),
                        to == AlertState.PENDING_APPROVAL
                                ? null
                                : command.actor().user(),
                        reason,
                        List.of(),
                        known.submittedAt(),
                        to == AlertState.ISSUED ? now : null,
                        ends ? now : null,
                        null),
                what,
                reason);
    }

    private Decision keep(
            AlertCommand command, @Nullable Alert before, Alert after, String what, @Nullable String reason) {
        alerts.put(after.id(), after);
        history.computeIfAbsent(after.id(), id -> new ArrayList<>())
                .add(new HistoryEntry(
                        after.id(),
                        after.version(),
                        clock.instant(),
                        command.actor().user(),
                        what,
                        reason,
                        before == null ? null : before.state(),
                        after.state()));
        return new Decision.Done(command.commandId(), after.id(), after, false);
    }

    private static Decision refused(AlertCommand command, Decision.Refusal refusal, String message) {
        return new Decision.Refused(command.commandId(), command.alertId(), refusal, message, null);
    }

    @Override
    public Collection<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    @Override
    public Optional<Alert> alert(AlertId id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public List<HistoryEntry> history(AlertId id) {
        return List.copyOf(history.getOrDefault(id, List.of()));
    }

    @Override
    public Optional<Reach> reach(AlertId id) {
        return Optional.ofNullable(reach.get(id));
    }

    @Override
    public Optional<List<Rendition>> renditions(Alert alert) {
        return Optional.ofNullable(renditions.get(alert.id()));
    }

    @Override
    public Optional<byte[]> document(Alert alert) {
        return Optional.ofNullable(documents.get(alert.id()));
    }

    @Override
    public List<AudienceEstimate> estimates(AlertId id, int version) {
        return estimates.getOrDefault(id, List.of());
    }

    @Override
    public void awaitShown(Alert decided) {}
}
