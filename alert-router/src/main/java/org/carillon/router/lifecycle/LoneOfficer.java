package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;

/**
 * The way out when nobody answers, which an installation has to choose: the author of an Extreme alert from reviewed templates issues
 * it alone after the approvers' time is over, with a second factor and a reason. The public log says so.
 */
final class LoneOfficer {
    /** What the history says of it. */
    static final String ISSUED_ALONE = "issued alone";

    private LoneOfficer() {}

    static Optional<Decision> objection(
            AlertCommand.Approve command, AlertRecord record, LifecyclePolicy policy, Instant now) {
        Duration patience = policy.aloneAfter();
        String own = "a second person must approve: this is your own alert, " + Approvals.author(record);
        if (patience == null || !command.actor().hasAny(Role.AUTHOR, Role.ADMIN)) {
            return Optional.of(Answers.forbidden(command, record, own));
        }
        if (record.state() != AlertState.PENDING_APPROVAL) {
            return Optional.of(Answers.wrongState(command, record, "approved"));
        }
        boolean fit = record.content().severity() == Severity.EXTREME
                && record.remarks().reviewedTemplate()
                && record.unreviewed().isEmpty();
        if (!fit) {
            return Optional.of(Answers.forbidden(
                    command, record, own + "; alone you may issue only an Extreme alert from reviewed templates"));
        }
        Instant end = record.alert().submittedAt().plus(patience);
        if (now.isBefore(end)) {
            return Optional.of(
                    Answers.forbidden(command, record, own + "; approvers have until " + end + " to answer"));
        }
        return SecondFactors.objection(command, record, policy, now)
                .or(() -> Approvals.isBlank(command.reason())
                        ? Optional.of(Answers.unprocessable(
                                command, record, "issuing an alert alone needs a reason, which is made public"))
                        : Optional.empty());
    }
}
