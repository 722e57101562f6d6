package org.carillon.router.lifecycle;

import java.util.List;
import java.util.function.Predicate;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.command.AlertCommand;

/**
 * Tells officers on duty what cannot wait: approvers that an alert waits, deputies that nobody answers, all of them that one person
 * has acted alone; and testers what an exercise says. Looks at what a decision has changed as a whole, as {@link Previews} does.
 */
final class Notices {
    private static final String DEPUTIES_TOLD = "deputies told";

    private final LifecyclePolicy policy;

    Notices(LifecyclePolicy policy) {
        this.policy = policy;
    }

    /** Adds the notices that follow from the changes so far. */
    void follow(AlertCommand command, Changes changes) {
        for (AlertRecord after : changes.changed()) {
            AlertRecord before = changes.before(after.id()).orElse(null);
            boolean waited = before != null && before.waits();
            if (after.waits() && !waited) {
                tellApprovers(after, changes);
            }
            if (after.state() == AlertState.ISSUED && (before == null || before.state() != AlertState.ISSUED)) {
                tellOfIssue(command, after, waited, changes);
            }
        }
    }

    /** When approvers have had their time; once for each time that the alert waits. */
    void tellDeputies(AlertRecord record, Changes changes) {
        Alert alert = record.alert();
        boolean due = record.waits()
                && !record.deputiesTold()
                && !changes.now().isBefore(alert.submittedAt().plus(policy.deputiesAfter()));
        if (!due) {
            return;
        }
        AlertRecord told = record.withDeputiesTold();
        List<Account> deputies = approvers(record, changes, Duty::deputy);
        if (deputies.isEmpty()) {
            changes.add(new Effect.Keep(told));
            return;
        }
        changes.keep(told, record.state(), AlertLifecycle.HUB, DEPUTIES_TOLD, null);
        OfficerNotice notice = OfficerNotice.of(OfficerNotice.Kind.DEPUTY, record, changes.now())
                .with("minutes", Long.toString(policy.deputiesAfter().toMinutes()));
        deputies.forEach(officer -> changes.add(new Effect.Tell(notice.to(officer))));
    }

    private static void tellApprovers(AlertRecord record, Changes changes) {
        List<Account> first = approvers(record, changes, duty -> !duty.deputy());
        List<Account> told = first.isEmpty() ? approvers(record, changes, Duty::deputy) : first;
        OfficerNotice notice = OfficerNotice.of(OfficerNotice.Kind.APPROVAL, record, changes.now());
        told.forEach(officer -> changes.add(new Effect.Tell(notice.to(officer))));
    }

    private void tellOfIssue(AlertCommand command, AlertRecord issued, boolean waited, Changes changes) {
        String who = command.actor().user();
        if (issued.content().forResidents() && issued.correction()) {
            tellEverybody(OfficerNotice.Kind.CORRECTION, issued, who, changes);
        } else if (waited && issued.alert().author().equals(who)) {
            tellEverybody(OfficerNotice.Kind.ALONE, issued, who, changes);
        } else if (isExercise(issued)) {
            OfficerNotice.exercise(issued, policy.testers(), changes.now())
                    .forEach(reply -> changes.add(new Effect.Tell(reply)));
        }
    }

    /** All but the one who did it. */
    private static void tellEverybody(OfficerNotice.Kind kind, AlertRecord record, String who, Changes changes) {
        String reason = record.alert().reason();
        OfficerNotice notice = OfficerNotice.of(kind, record, changes.now())
                .with("by", who)
                .with("reason", reason == null ? "" : reason);
        changes.officers().stream()
                .filter(officer -> officer.active()
                        && officer.duty() != null
                        && !officer.user().equals(who))
                .forEach(officer -> changes.add(new Effect.Tell(notice.to(officer))));
    }

    private static List<Account> approvers(AlertRecord record, Changes changes, Predicate<Duty> wanted) {
        return changes.officers().stream()
                .filter(officer -> officer.active() && officer.actor().hasAny(Role.APPROVER, Role.ADMIN))
                .filter(officer -> !officer.user().equals(record.alert().author()))
                .filter(officer -> {
                    Duty duty = officer.duty();
                    return duty != null && wanted.test(duty);
                })
                .toList();
    }

    private static boolean isExercise(AlertRecord record) {
        return record.content().status() == Status.EXERCISE
                && record.content().scope() == Scope.PUBLIC
                && record.content().msgType() != MsgType.ACK
                && record.content().msgType() != MsgType.ERROR;
    }
}
