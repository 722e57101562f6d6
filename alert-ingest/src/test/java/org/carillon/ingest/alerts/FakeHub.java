package org.carillon.ingest.alerts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.ingest.kafka.Commands;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/** Alerts in memory, and a router that does what it is told to. */
final class FakeHub implements AlertViews, Commands {
    final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();
    final Map<AlertId, byte[]> documents = new ConcurrentHashMap<>();
    List<AudienceEstimate> estimates = List.of();

    @Nullable
    List<Rendition> renditions = List.of();

    final List<AlertCommand> asked = new ArrayList<>();
    Optional<Decision.Refusal> refusal = Optional.empty();
    boolean silent;

    @Override
    public Optional<Decision> ask(AlertCommand command) {
        asked.add(command);
        if (silent) {
            return Optional.empty();
        }
        if (refusal.isPresent()) {
            return Optional.of(
                    new Decision.Refused(command.commandId(), command.alertId(), refusal.get(), "because", null));
        }
        Alert known = alerts.get(command.alertId());
        Alert alert = command instanceof AlertCommand.Submit submit
                ? TestHub.alert(submit.content(), AlertState.PENDING_APPROVAL)
                : Objects.requireNonNull(known);
        alerts.put(command.alertId(), alert);
        return Optional.of(new Decision.Done(command.commandId(), command.alertId(), alert, known != null));
    }

    <C extends AlertCommand> C last(Class<C> type) {
        return type.cast(asked.getLast());
    }

    @Override
    public Collection<Alert> alerts() {
        return alerts.values();
    }

    @Override
    public Optional<Alert> alert(AlertId id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public List<HistoryEntry> history(AlertId id) {
        return List.of();
    }

    @Override
    public Optional<Reach> reach(AlertId id) {
        return Optional.empty();
    }

    @Override
    public Optional<List<Rendition>> renditions(Alert alert) {
        return Optional.ofNullable(renditions);
    }

    @Override
    public Optional<byte[]> document(Alert alert) {
        return Optional.ofNullable(documents.get(alert.id()));
    }

    @Override
    public List<AudienceEstimate> estimates(AlertId id, int version) {
        return estimates;
    }

    @Override
    public void awaitShown(Alert decided) {}
}
