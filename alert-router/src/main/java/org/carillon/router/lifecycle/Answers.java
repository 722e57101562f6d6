package org.carillon.router.lifecycle;

import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.command.Decision.Refusal;
import org.jspecify.annotations.Nullable;

/** The ways to answer a command; each no tells what was wrong and how to mend it. */
final class Answers {
    private Answers() {}

    static Decision forbidden(AlertCommand command, AlertRecord alert, String message) {
        return refused(command, Refusal.FORBIDDEN, message, alert);
    }

    static Decision conflict(AlertCommand command, AlertRecord alert, String message) {
        return refused(command, Refusal.CONFLICT, message, alert);
    }

    static Decision unprocessable(AlertCommand command, @Nullable AlertRecord alert, String message) {
        return refused(command, Refusal.UNPROCESSABLE, message, alert);
    }

    static Decision notFound(AlertCommand command) {
        return refused(command, Refusal.NOT_FOUND, "there is no alert " + command.alertId(), null);
    }

    /** The alert is not where this step begins; says where it is and who took it there. */
    static Decision wrongState(AlertCommand command, AlertRecord record, String wish) {
        String by = record.alert().decidedBy();
        String ender = record.alert().endedBy() == null
                ? ""
                : ", ended by " + record.alert().endedBy();
        return conflict(
                command,
                record,
                "the alert cannot be " + wish + ": it is " + record.state().wireName()
                        + (by == null ? "" : ", decided by " + by) + ender);
    }

    static Decision refused(AlertCommand command, Refusal refusal, String message, @Nullable AlertRecord alert) {
        return new Decision.Refused(
                command.commandId(), command.alertId(), refusal, message, alert == null ? null : alert.alert());
    }

    static Decision done(AlertCommand command, AlertRecord alert) {
        return new Decision.Done(command.commandId(), command.alertId(), alert.alert(), false);
    }

    static Decision repeated(AlertCommand command, AlertRecord alert) {
        return new Decision.Done(command.commandId(), alert.id(), alert.alert(), true);
    }
}
