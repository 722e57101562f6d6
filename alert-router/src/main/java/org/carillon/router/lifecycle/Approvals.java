package org.carillon.router.lifecycle;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.jspecify.annotations.Nullable;

/** The second person's yes and no. */
final class Approvals {
    static final String CANCELLED_MEANWHILE =
            "what it updates was cancelled meanwhile: publish a new alert if residents still need one";
    static final String CANCELLED_BEFORE =
            "it was cancelled already: those who were told of it have been told of its end";

    private final LifecyclePolicy policy;
    private final References references;
    private final Issuance issuance;
    private final Submissions submissions;
    private final Settlement settlement;

    Approvals(
            LifecyclePolicy policy,
            References references,
            Issuance issuance,
            Submissions submissions,
            Settlement settlement) {
        this.policy = policy;
        this.references = references;
        this.issuance = issuance;
        this.submissions = submissions;
        this.settlement = settlement;
    }

    Decision approve(AlertCommand.Approve command, AlertRecord record, Changes changes) {
        boolean alone = isOwn(command, record);
        return approvalObjection(command, record, alone, changes).orElseGet(() -> {
            String who = command.actor().user();
            Alert issued = NextAlert.step(record.alert(), AlertState.ISSUED)
                    .decided(who, command.reason())
                    .acknowledged(record.unreviewed())
                    .issued(changes.now())
                    .build();
            String what = alone ? LoneOfficer.ISSUED_ALONE : "approved";
            return Answers.done(command, issuance.issue(record.with(issued), record.state(), who, what, changes));
        });
    }

    private Optional<Decision> approvalObjection(
            AlertCommand.Approve command, AlertRecord record, boolean alone, Changes changes) {
        Optional<Decision> unfit = alone
                ? LoneOfficer.objection(command, record, policy, changes.now())
                : isApprover(command)
                        ? Optional.empty()
                        : Optional.of(Answers.forbidden(command, record, "approving needs the role approver"));
        return unfit.or(() -> standing(command, record, changes)).or(() -> unread(command, record, alone));
    }

    /** Whether it can be approved as things stand. */
    private Optional<Decision> standing(AlertCommand.Approve command, AlertRecord record, Changes changes) {
        if (!record.waits()) {
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
        References.Found found = references.resolve(record.content(), changes);
        if (record.isCancel() && !record.correction() && found.isCancelled()) {
            return Optional.of(Answers.conflict(command, record, CANCELLED_BEFORE));
        }
        boolean overtaken = record.content().msgType() == MsgType.UPDATE
                && found.cancelledSince(record.alert().submittedAt()).isPresent();
        return overtaken ? Optional.of(Answers.conflict(command, record, CANCELLED_MEANWHILE)) : Optional.empty();
    }

    /**
     * Whether the approver has shown that it was read: where it goes, and what nobody has reviewed. The console has the place of an
     * Extreme alert typed; a program that approves need not name it, but with nobody else to look at it, it is needed from everybody.
     */
    private static Optional<Decision> unread(AlertCommand.Approve command, AlertRecord record, boolean alone) {
        AlertContent content = record.content();
        if (content.severity() == Severity.EXTREME && !record.isCancel()) {
            if (alone && command.places().isEmpty()) {
                return Optional.of(Answers.unprocessable(
                        command,
                        record,
                        "it is Extreme: type the name of a district that it is for in placeName, as the map shows it"));
            }
            if (!content.districts().containsAll(command.places())) {
                return Optional.of(Answers.unprocessable(
                        command,
                        record,
                        "the place that you typed is not one that this alert is for: look at the map again"));
            }
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
        if (isBlank(command.reason())) {
            return Answers.unprocessable(command, record, "rejecting needs a reason: it stands in the history");
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
        if (isBlank(command.reason())) {
            return Answers.unprocessable(command, record, "returning needs a reason: say what should be mended");
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
        return submissions
                .contentObjection(record.content(), changes)
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

    static String author(AlertRecord record) {
        return record.alert().author();
    }

    private static boolean isApprover(AlertCommand command) {
        return command.actor().hasAny(Role.APPROVER, Role.ADMIN);
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
