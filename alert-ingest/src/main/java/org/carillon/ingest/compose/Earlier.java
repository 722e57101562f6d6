package org.carillon.ingest.compose;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapReference;

/** Finds the alert that a reference means: by sender and identifier, then the nearest {@code sent} as an instant. */
public final class Earlier {
    private final Supplier<Collection<Alert>> alerts;

    public Earlier(Supplier<Collection<Alert>> alerts) {
        this.alerts = alerts;
    }

    /** The latest alert that the message refers to, and not itself. */
    Optional<Alert> of(CapAlert message) {
        AlertId self = AlertId.of(
                message.sender(), message.identifier(), message.sent().instant());
        return message.references().stream()
                .flatMap(reference -> nearest(reference, self).stream())
                .max(Comparator.comparing(alert -> alert.content().sent().toInstant()));
    }

    private Optional<Alert> nearest(CapReference reference, AlertId self) {
        return alerts.get().stream()
                .filter(alert -> alert.content().sender().equals(reference.sender())
                        && alert.content().identifier().equals(reference.identifier())
                        && !alert.id().equals(self))
                .min(Comparator.comparing(alert -> Duration.between(
                                alert.content().sent().toInstant(),
                                reference.sent().instant())
                        .abs()));
    }
}
