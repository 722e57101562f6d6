package org.carillon.ingest.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.ingest.console.page.Officer;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.Severity;
import org.jspecify.annotations.Nullable;

/**
 * When the pages offer the author of an alert to issue it alone; the router has the last word.
 *
 * @param aloneAfter how long approvers have to answer; null for no such way
 * @param unreviewed the languages of an alert that nobody has reviewed
 */
record LoneRule(@Nullable Duration aloneAfter, Function<Alert, List<String>> unreviewed) {
    /** From when on; empty where this officer has to wait for somebody else in any case. */
    Optional<Instant> from(Officer officer, Alert alert) {
        TemplateUse template = alert.content().template();
        if (aloneAfter == null || template == null) {
            return Optional.empty();
        }
        boolean fit = alert.state() == AlertState.PENDING_APPROVAL
                && Rights.owns(officer, alert)
                && Rights.mayWrite(officer)
                && alert.content().severity() == Severity.EXTREME
                && template.ownWording().isEmpty()
                && unreviewed.apply(alert).isEmpty();
        return fit ? Optional.of(alert.submittedAt().plus(aloneAfter)) : Optional.empty();
    }
}
