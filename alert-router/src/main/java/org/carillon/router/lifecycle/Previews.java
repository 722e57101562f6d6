package org.carillon.router.lifecycle;

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
            boolean waited =
                    changes.before(after.id()).filter(AlertRecord::waits).isPresent();
            boolean waits = after.waits();
            if (waits != waited) {
                questions
                        .count(after)
                        .map(count -> waits ? count : new AudienceQuery.Dismiss(count.alertId(), count.version()))
                        .ifPresent(question -> changes.add(new Effect.Ask(question)));
            }
        }
    }
}
