package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;

/**
 * All messages of one sender under one identifier, and what was said about some that never came: feeds arrive out of order.
 *
 * @param alerts those that are here
 * @param marks endings of messages that are not here yet
 */
record NamedAlerts(List<Named> alerts, List<EndMark> marks) {
    static final NamedAlerts NONE = new NamedAlerts(List.of(), List.of());

    NamedAlerts {
        alerts = List.copyOf(alerts);
        marks = List.copyOf(marks);
    }

    /** One message; {@code sent} tells those with the same identifier apart. */
    record Named(AlertId id, Instant sent) {}

    /** {@code by}, sent at {@code bySent}, ended what was sent at or about {@code sent}. */
    record EndMark(Instant sent, AlertId by, Instant bySent, AlertState state) {}

    /** The one whose {@code sent} is nearest to {@code sent}, other than {@code self}. */
    Optional<Named> nearest(Instant sent, AlertId self) {
        return alerts.stream()
                .filter(a -> !a.id().equals(self))
                .min(Comparator.comparing(a -> Duration.between(a.sent(), sent).abs()));
    }

    /** The newest that was sent before {@code sent}: a message with its identifier again replaces it. */
    Optional<Named> latestBefore(Instant sent) {
        return alerts.stream().filter(a -> a.sent().isBefore(sent)).max(Comparator.comparing(Named::sent));
    }

    /** What was said before it came about a message sent then; only of what is older than the saying. */
    Optional<EndMark> markFor(Instant sent) {
        return marks.stream()
                .filter(m -> !sent.isAfter(m.bySent()))
                .min(Comparator.comparing(m -> Duration.between(m.sent(), sent).abs()));
    }

    NamedAlerts with(Named alert) {
        if (alerts.contains(alert)) {
            return this;
        }
        List<Named> more = new ArrayList<>(alerts);
        more.add(alert);
        return new NamedAlerts(more, marks);
    }

    NamedAlerts with(EndMark mark) {
        if (marks.contains(mark)) {
            return this;
        }
        List<EndMark> more = new ArrayList<>(marks);
        more.add(mark);
        return new NamedAlerts(alerts, more);
    }
}
