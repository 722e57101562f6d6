package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.delivery.GateEntry;

/** Decides about alerts: what stands in the book, one command and the time give a decision and what follows from it. */
final class AlertLifecycle {
    static final String HUB = "hub";

    private final AlertBook book;
    private final Issuance issuance;
    private final Submissions submissions;
    private final Approvals approvals;
    private final Previews previews;
    private final Notices notices;

    AlertLifecycle(AlertBook book, LifecyclePolicy policy) {
        this.book = book;
        AudienceQuestions questions = new AudienceQuestions(policy);
        References references = new References(policy);
        issuance = new Issuance(policy, references, questions);
        previews = new Previews(questions);
        notices = new Notices(policy);
        Settlement settlement = new Settlement(policy, references, issuance);
        submissions = new Submissions(references, settlement);
        approvals = new Approvals(policy, references, issuance, submissions, settlement);
    }

    /** Answers a command; one that was answered before gets the same answer, and nothing follows from it. */
    Verdict decide(AlertCommand command, Instant now) {
        Optional<Decision> before = book.answered(command.commandId());
        if (before.isPresent()) {
            return new Verdict(before.get(), List.of());
        }
        Changes changes = new Changes(book, now);
        Decision decision = decide(command, changes);
        return switch (decision) {
            case Decision.Done done -> {
                previews.follow(changes);
                Publication.follow(changes);
                notices.follow(command, changes);
                yield new Verdict(done, changes.effects());
            }
            case Decision.Refused refused -> new Verdict(refused, List.of());
        };
    }

    private Decision decide(AlertCommand command, Changes changes) {
        return switch (command) {
            case AlertCommand.Submit submit -> submissions.submit(submit, changes);
            case AlertCommand.SubmitDraft submit ->
                known(submit, changes, (c, alert) -> approvals.submitDraft(c, alert, changes));
            case AlertCommand.Approve approve ->
                known(approve, changes, (c, alert) -> approvals.approve(c, alert, changes));
            case AlertCommand.Reject reject ->
                known(reject, changes, (c, alert) -> approvals.reject(c, alert, changes));
            case AlertCommand.Return giveBack ->
                known(giveBack, changes, (c, alert) -> approvals.giveBack(c, alert, changes));
            case AlertCommand.Signed signed ->
                SignedDocuments.objection(signed, changes).orElseGet(() -> {
                    changes.carry(signed);
                    return decide(signed.command(), changes);
                });
        };
    }

    /** What follows when the clock has come so far: nothing where the alert has ended otherwise, lives longer, or does not wait. */
    List<Effect> due(AlertId id, Instant now) {
        Changes changes = new Changes(book, now);
        changes.find(id)
                .filter(record -> record.state().mayBecome(AlertState.EXPIRED))
                .filter(record -> !now.isBefore(record.content().expires()))
                .ifPresent(record -> expire(record, changes));
        changes.find(id).ifPresent(record -> notices.tellDeputies(record, changes));
        previews.follow(changes);
        return changes.effects();
    }

    private void expire(AlertRecord record, Changes changes) {
        Alert expired = NextAlert.step(record.alert(), AlertState.EXPIRED)
                .ended(changes.now(), null)
                .build();
        String what = AlertState.EXPIRED.wireName();
        changes.keep(record.with(expired), record.state(), HUB, what, null);
        if (record.wasIssuedToResidents()) {
            changes.add(new Effect.PutGate(new GateEntry.AlertWithdrawn(record.id(), what, changes.now())));
            changes.add(new Effect.Ask(
                    new AudienceQuery.Withdraw(record.id(), changes.now(), issuance.keepUntil(record.content()))));
        }
    }

    private static <C extends AlertCommand> Decision known(
            C command, Changes changes, BiFunction<C, AlertRecord, Decision> step) {
        return changes.find(command.alertId())
                .map(record -> step.apply(command, record))
                .orElseGet(() -> Answers.notFound(command));
    }
}
