package org.carillon.router.lifecycle;

import java.util.List;
import java.util.Optional;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.transparency.RenditionDigest;
import org.jspecify.annotations.Nullable;

/** Takes in new alerts and new versions of drafts. */
final class Submissions {
    private final References references;
    private final Settlement settlement;

    Submissions(References references, Settlement settlement) {
        this.references = references;
        this.settlement = settlement;
    }

    Decision submit(AlertCommand.Submit command, Changes changes) {
        @Nullable
        AlertRecord known = changes.find(command.alertId())
                .or(() -> sameKey(command, changes))
                .orElse(null);
        if (command.correction() && !command.actor().hasAny(Role.AUTHOR, Role.APPROVER, Role.ADMIN)) {
            return Answers.refused(
                    command,
                    Decision.Refusal.FORBIDDEN,
                    "correcting an alert needs the role author or approver",
                    known);
        }
        if (!command.correction() && !command.actor().hasAny(Role.AUTHOR, Role.ADMIN, Role.PARTNER)) {
            return Answers.refused(
                    command, Decision.Refusal.FORBIDDEN, "submitting an alert needs the role author", known);
        }
        if (!command.alertId().equals(command.content().id())) {
            return Answers.unprocessable(command, known, "the id does not follow from sender, identifier and sent");
        }
        if (known != null) {
            return command.edit() ? edit(command, known, changes) : again(command, known);
        }
        return command.edit() ? Answers.notFound(command) : first(command, changes);
    }

    /** The alert that was submitted before under the same idempotency key, at another second. */
    private static Optional<AlertRecord> sameKey(AlertCommand.Submit command, Changes changes) {
        if (!command.keyed() || command.edit()) {
            return Optional.empty();
        }
        AlertContent content = command.content();
        return changes.named(content.sender(), content.identifier()).alerts().stream()
                .findFirst()
                .flatMap(named -> changes.find(named.id()));
    }

    private static Decision again(AlertCommand.Submit command, AlertRecord known) {
        return known.content().contentDigest().equals(command.content().contentDigest())
                ? Answers.repeated(command, known)
                : Answers.conflict(
                        command,
                        known,
                        "a message of this sender with this identifier and sent is already here with other content: "
                                + "give the new one an identifier of its own");
    }

    private Decision first(AlertCommand.Submit command, Changes changes) {
        return objection(command, changes)
                .map(message -> Answers.unprocessable(command, null, message))
                .orElseGet(() -> {
                    AlertRecord record =
                            record(command, 1, AlertState.DRAFT, command.actor().user(), changes);
                    AlertContent content = command.content();
                    changes.name(
                            content.sender(),
                            content.identifier(),
                            changes.named(content.sender(), content.identifier())
                                    .with(new NamedAlerts.Named(
                                            content.id(), content.sent().toInstant())));
                    publish(command, record, changes);
                    return command.asDraft()
                            ? kept(command, record, null, changes)
                            : settlement.settle(command, record, null, changes);
                });
    }

    private Decision edit(AlertCommand.Submit command, AlertRecord known, Changes changes) {
        if (!known.alert().author().equals(command.actor().user())) {
            return Answers.forbidden(
                    command, known, "only its author " + known.alert().author() + " may edit this alert");
        }
        if (known.state() != AlertState.DRAFT && known.state() != AlertState.RETURNED) {
            return Answers.wrongState(command, known, "edited");
        }
        Optional<String> objection = objection(command, changes);
        if (objection.isPresent()) {
            return Answers.unprocessable(command, known, objection.get());
        }
        known.renditions().forEach(made -> changes.add(new Effect.PutRendition(made.key(known.alert()), null)));
        AlertRecord next = record(
                command,
                known.alert().version() + 1,
                known.state(),
                known.alert().author(),
                changes);
        publish(command, next, changes);
        return command.asDraft()
                ? kept(command, next, known.state(), changes)
                : settlement.settle(command, next, known.state(), changes);
    }

    private static Decision kept(AlertCommand command, AlertRecord record, @Nullable AlertState from, Changes changes) {
        String what = from == null ? "drafted" : "edited";
        String reason = record.remarks().reason();
        return Answers.done(command, changes.keep(record, from, command.actor().user(), what, reason));
    }

    private AlertRecord record(
            AlertCommand.Submit command, int version, AlertState state, String author, Changes changes) {
        AlertContent content = command.content();
        Alert alert = new Alert(
                content.id(),
                VerificationCode.of(
                        content.sender(), content.identifier(), content.sent().toInstant()),
                version,
                state,
                content,
                references.resolve(content, changes).predecessors().stream()
                        .map(AlertRecord::id)
                        .toList(),
                author,
                null,
                null,
                List.of(),
                changes.now(),
                null,
                null,
                null);
        List<AlertRecord.Made> made = command.renditions().stream()
                .map(r -> new AlertRecord.Made(r.channel(), r.language(), r.format()))
                .toList();
        return new AlertRecord(
                alert, command.unreviewed(), command.correction(), made, digests(command), command.remarks(), false);
    }

    private static AlertRecord.Digests digests(AlertCommand.Submit command) {
        return new AlertRecord.Digests(
                RenditionDigest.hex(command.capDocument().toByteArray()),
                command.renditions().stream().map(RenditionDigest::of).toList());
    }

    /** At submission already: the preview reads them, and what was approved is there when it is to be sent. */
    private static void publish(AlertCommand.Submit command, AlertRecord record, Changes changes) {
        for (Rendition rendition : command.renditions()) {
            AlertRecord.Made made = new AlertRecord.Made(rendition.channel(), rendition.language(), rendition.format());
            changes.add(new Effect.PutRendition(made.key(record.alert()), rendition));
        }
        changes.add(new Effect.PutDocument(record.id(), command.capDocument()));
    }

    private Optional<String> objection(AlertCommand.Submit command, Changes changes) {
        if (!Rendition.digest(command.renditions()).equals(command.content().renditionsDigest())) {
            return Optional.of("the renditions are not those of the digest");
        }
        return command.asDraft() ? Optional.empty() : contentObjection(command.content(), changes);
    }

    /** Why an alert may not be asked for as it stands. */
    Optional<String> contentObjection(AlertContent content, Changes changes) {
        if (!content.forResidents()) {
            return Optional.empty();
        }
        boolean cancel = content.msgType() == MsgType.CANCEL;
        if (!cancel && content.districts().isEmpty()) {
            return Optional.of("no district of this city is concerned: name an area; none never means everyone");
        }
        if (!cancel && !changes.now().isBefore(content.expires())) {
            return Optional.of("it expired at " + content.expires() + ": give it an expiry in the future");
        }
        return references.objection(content, changes);
    }
}
