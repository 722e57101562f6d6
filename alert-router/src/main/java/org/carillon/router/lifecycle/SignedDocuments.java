package org.carillon.router.lifecycle;

import java.util.Optional;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.command.Decision;

/** Lets a signed document out only for the very document that is issued, and only when it is. */
final class SignedDocuments {
    private SignedDocuments() {}

    /** A document that was signed while another took its place must not be published. */
    static Optional<Decision> objection(AlertCommand.Signed signed, Changes changes) {
        Optional<AlertRecord> known = changes.find(signed.alertId());
        Optional<AlertContent> content = signed.command() instanceof AlertCommand.Submit submit
                ? Optional.of(submit.content())
                : known.map(AlertRecord::content);
        return content.filter(stands -> !signed.documentDigest().equals(stands.documentDigest()))
                .map(stands -> Answers.refused(
                        signed,
                        Decision.Refusal.CONFLICT,
                        "what was signed is no longer what stands: look at the preview again",
                        known.orElse(null)));
    }

    /** What is published with the alert, if the command brought it. */
    static Optional<Effect> published(AlertRecord issued, Changes changes) {
        return of(issued, changes).map(document -> new Effect.PutDocument(issued.id(), document));
    }

    /** The signed document that the command brought for an alert. */
    static Optional<CapBytes> of(AlertRecord record, Changes changes) {
        return changes.signed()
                .filter(signed -> signed.alertId().equals(record.id()))
                .map(AlertCommand.Signed::document);
    }
}
