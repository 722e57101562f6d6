package org.carillon.schemas.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.cap.MsgType;
import org.jspecify.annotations.Nullable;

/**
 * An alert and where it stands; the value of topic {@code carillon.alerts}.
 *
 * @param version counts the submissions: 1 at first, one more with each edit
 * @param predecessors every alert that this one follows, transitively: who got one of those gets this Update or Cancel
 * @param author who submitted it
 * @param decidedBy who approved, rejected or returned it, or null while nobody has
 * @param reason the reason given with the last decision, or null
 * @param acknowledgedUnreviewed languages without a review that the approver accepted by name
 * @param submittedAt when its author last finished it: from then on approvers are waited for; of a draft when it was written
 * @param issuedAt when it was issued, or null
 * @param endedAt when it was superseded, cancelled, rejected or expired, or null
 * @param endedBy the alert that superseded or cancelled this one, or null
 */
public record Alert(
        AlertId id,
        VerificationCode verificationCode,
        int version,
        AlertState state,
        AlertContent content,
        List<AlertId> predecessors,
        String author,
        @Nullable String decidedBy,
        @Nullable String reason,
        List<String> acknowledgedUnreviewed,
        Instant submittedAt,
        @Nullable Instant issuedAt,
        @Nullable Instant endedAt,
        @Nullable AlertId endedBy) {
    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(verificationCode, "verificationCode");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(submittedAt, "submittedAt");
        predecessors = List.copyOf(predecessors);
        acknowledgedUnreviewed = List.copyOf(acknowledgedUnreviewed);
    }

    /** Whether residents should act on it at that moment. */
    public boolean inForce(Instant at) {
        return state == AlertState.ISSUED
                && content.forResidents()
                && !cancelsNothing()
                && at.isBefore(content.expires());
    }

    /** Whether it takes back what never came here: it is kept in case that comes late, and there is nothing to tell. */
    public boolean cancelsNothing() {
        return content.msgType() == MsgType.CANCEL && predecessors.isEmpty();
    }
}
