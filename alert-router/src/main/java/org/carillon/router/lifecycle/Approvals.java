package org.carillon.router.lifecycle;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.jspecify.annotations.Nullable;

/** The second person's yes and no. */
final class Approvals {
    private final Issuance issuance;
    private final Settlement settlement;

    Approvals(Issuance issuance, Settlement settlement) {
        this.issuance = issuance;
        this.settlement = settlement;
    }

    Decision approve(AlertCommand.Approve command, AlertRecord record, Changes changes) {
        return approvalObjection(command, record, changes).orElseGet(() -> {
            String who = command.actor().user();
            Alert issued = NextAlert.step(record.alert(), AlertState.ISSUED)
                    .decided(who, command.reason())
                    .acknowledged(record.unreviewed())
                    .issued(changes.now())
                    .build();
            return Answers.done(command, issuance.issue(record.with(issued), record.state(), who, "approved", changes));
        });
    }

    private static Optional<Decision> approvalObjection(
            AlertCommand.Approve command, AlertRecord record, Changes changes) {
        if (isOwn(command, record)) {
            return Optional.of(Answers.forbidden(
                    command, record, "a second person must approve: this is your own alert, " + author(record)));
        }
        if (!isApprover(command)) {
            return Optional.of(Answers.forbidden(command, record, "approving needs the role approver"));
        }
        if (record.state() != AlertState.PENDING_APPROVAL && record.state() != AlertState.QUARANTINED) {
            return Optional.of(Answers.wrongState(command, record, "approved"));
        }
        if (record.state() == AlertState.QUARANTINED && isBlank(command.reason())) {
            return Optional.of(Answers.unprocessable(
                    command, record, "it is in quarantine: approving it all the same needs a reason"));
        }
        String seen = command.renditionsDigest();
        if (seen != null && !seen.equals(record.content().renditionsDigest())) {
            return Optional.of(Answers.conflict(
                    command, record, "what you have seen is no longer what stands: look at the preview again"));
        }
        if (!changes.now().isBefore(record.content().expires())) {
            return Optional.of(Answers.conflict(
                    command, record, "it expired at " + record.content().expires() + " before anybody approved it"));
        }
        Set<String> missing = new LinkedHashSet<>(record.unreviewed());
        command.acknowledgeUnreviewed().forEach(missing::remove);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Answers.unprocessable(
                        command,
                        record,
                        "nobody has reviewed the text in " + String.join(", ", missing)
                                + ": acknowledge each by name in acknowledgeUnreviewed"));
    }

    /** The final no; an author may always withdraw what is not issued yet. */
    Decision reject(AlertCommand.Reject command, AlertRecord record, Changes changes) {
        boolean own = isOwn(command, record);
        if (!own && !isApprover(command)) {
            return Answers.forbidden(command, record, "rejecting needs the role approver");
        }
        if (!record.state().mayBecome(AlertState.REJECTED)) {
            return Answers.wrongState(command, record, "rejected");
        }
        Alert rejected = NextAlert.step(record.alert(), AlertState.REJECTED)
                .decided(command.actor().user(), command.reason())
                .ended(changes.now(), null)
                .build();
        return step(command, record, rejected, own ? "withdrawn" : "rejected", command.reason(), changes);
    }

    Decision giveBack(AlertCommand.Return command, AlertRecord record, Changes changes) {
        if (!isApprover(command)) {
            return Answers.forbidden(command, record, "returning needs the role approver");
        }
        if (!record.state().mayBecome(AlertState.RETURNED)) {
            return Answers.wrongState(command, record, "returned");
        }
        Alert returned = NextAlert.step(record.alert(), AlertState.RETURNED)
                .decided(command.actor().user(), command.reason())
                .build();
        return step(command, record, returned, "returned", command.reason(), changes);
    }

    Decision submitDraft(AlertCommand.SubmitDraft command, AlertRecord record, Changes changes) {
        if (!isOwn(command, record)) {
            return Answers.forbidden(command, record, "only its author " + author(record) + " may submit this alert");
        }
        if (record.state() != AlertState.DRAFT && record.state() != AlertState.RETURNED) {
            return Answers.wrongState(command, record, "submitted");
        }
        return Submissions.contentObjection(record.content(), changes)
                .map(message -> Answers.unprocessable(command, record, message))
                .orElseGet(() -> settlement.settle(command, record, record.state(), changes));
    }

    private static Decision step(
            AlertCommand command,
            AlertRecord record,
            Alert next,
            String what,
            @Nullable String reason,
            Changes changes) {
        return Answers.done(
                command,
                changes.keep(record.with(next), record.state(), command.actor().user(), what, reason));
    }

    private static boolean isOwn(AlertCommand command, AlertRecord record) {
        return author(record).equals(command.actor().user());
    }

    private static String author(AlertRecord record) {
        return record.alert().author();
    }

    private static boolean isApprover(AlertCommand command) {
        return command.actor().hasAny(Role.APPROVER, Role.ADMIN);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
