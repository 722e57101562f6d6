package org.carillon.router.lifecycle;

import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.audience.AudienceQuery;

/**
 * Has the audience counted for the preview while an alert waits for its decision. Looks at what a decision has changed as a whole, so
 * that no way into or out of waiting is forgotten, and a draft that only passes through asks nothing.
 */
final class Previews {
    private final AudienceQuestions questions;

    Previews(AudienceQuestions questions) {
        this.questions = questions;
    }

    /** Adds the questions that follow from the changes so far. */
    void follow(Changes changes) {
        for (AlertRecord after : changes.changed()) {
            boolean waited = changes.before(after.id())
                    .filter(before -> waits(before.state()))
                    .isPresent();
            boolean waits = waits(after.state());
            if (waits != waited) {
                questions
                        .count(after)
                        .map(count -> waits ? count : new AudienceQuery.Dismiss(count.alertId(), count.version()))
                        .ifPresent(question -> changes.add(new Effect.Ask(question)));
            }
        }
    }

    private static boolean waits(AlertState state) {
        return switch (state) {
            case PENDING_APPROVAL, QUARANTINED -> true;
            case DRAFT, RETURNED, ISSUED, REJECTED, SUPERSEDED, CANCELLED, EXPIRED -> false;
        };
    }
}
