package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.List;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.jspecify.annotations.Nullable;

/** An alert's next form: the same but for what is set. Offers only the steps that its state allows. */
final class NextAlert {
    private final Alert from;
    private final AlertState state;
    private List<AlertId> predecessors;
    private @Nullable String decidedBy;
    private @Nullable String reason;
    private List<String> acknowledged;
    private Instant submittedAt;
    private @Nullable Instant issuedAt;
    private @Nullable Instant endedAt;
    private @Nullable AlertId endedBy;

    private NextAlert(Alert from, AlertState state) {
        this.from = from;
        this.state = state;
        predecessors = from.predecessors();
        decidedBy = from.decidedBy();
        reason = from.reason();
        acknowledged = from.acknowledgedUnreviewed();
        submittedAt = from.submittedAt();
        issuedAt = from.issuedAt();
        endedAt = from.endedAt();
        endedBy = from.endedBy();
    }

    /**
     * Begins a step.
     *
     * @throws IllegalStateException if it is not a legal one: a fault in the rules, never an officer's
     */
    static NextAlert step(Alert from, AlertState to) {
        if (!from.state().mayBecome(to)) {
            throw new IllegalStateException("alert " + from.id() + " cannot go from " + from.state() + " to " + to);
        }
        return new NextAlert(from, to);
    }

    /** The first state of an alert that came just now: any may be the first. */
    static NextAlert first(Alert from, AlertState state) {
        return new NextAlert(from, state);
    }

    /** The same state, other facts. */
    static NextAlert same(Alert from) {
        return new NextAlert(from, from.state());
    }

    NextAlert predecessors(List<AlertId> ids) {
        predecessors = ids;
        return this;
    }

    NextAlert decided(@Nullable String by, @Nullable String why) {
        decidedBy = by;
        reason = why;
        return this;
    }

    NextAlert acknowledged(List<String> languages) {
        acknowledged = languages;
        return this;
    }

    NextAlert submitted(Instant at) {
        submittedAt = at;
        return this;
    }

    NextAlert issued(Instant at) {
        issuedAt = at;
        return this;
    }

    NextAlert ended(Instant at, @Nullable AlertId by) {
        endedAt = at;
        endedBy = by;
        return this;
    }

    Alert build() {
        return new Alert(
                from.id(),
                from.verificationCode(),
                from.version(),
                state,
                from.content(),
                predecessors,
                from.author(),
                decidedBy,
                reason,
                acknowledged,
                submittedAt,
                issuedAt,
                endedAt,
                endedBy);
    }
}
