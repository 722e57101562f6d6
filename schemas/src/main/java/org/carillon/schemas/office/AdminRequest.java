package org.carillon.schemas.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An administrative act from its proposal to its decision; the value of topic {@code carillon.admin-acts}, keyed by id and kept for
 * ever: all of them are the history of who changed what, when and why.
 *
 * @param reason why it was proposed
 * @param proposedBy the first administrator; {@link #OPERATOR} where an operator has done it at the machine
 * @param decidedBy the second administrator; the first one where it was withdrawn; null while it is pending
 * @param alone done without a second person: by the installation's only administrator, which is possible for creating the second one
 *     only, by one who ends the trust in a feed, or by the operator
 */
public record AdminRequest(
        String id,
        AdminAct act,
        String reason,
        String proposedBy,
        Instant proposedAt,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        boolean alone) {
    /** Stands for whoever has the machine and its keys; no officer can have this name. */
    public static final String OPERATOR = "operator";

    public AdminRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(proposedBy, "proposedBy");
        Objects.requireNonNull(proposedAt, "proposedAt");
        Objects.requireNonNull(state, "state");
    }

    /** Where it stands. */
    public enum State {
        @JsonProperty("pending")
        PENDING("pending"),
        @JsonProperty("confirmed")
        CONFIRMED("confirmed"),
        @JsonProperty("refused")
        REFUSED("refused"),
        @JsonProperty("withdrawn")
        WITHDRAWN("withdrawn");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** A proposal that nobody has decided. */
    public static AdminRequest pending(String id, AdminAct act, String reason, String by, Instant at) {
        return new AdminRequest(id, act, reason, by, at, State.PENDING, null, null, null, false);
    }

    /** The same, decided; hashes are forgotten. */
    public AdminRequest decided(State to, String by, Instant at, @Nullable String why, boolean byOneAlone) {
        return new AdminRequest(id, act.withoutSecrets(), reason, proposedBy, proposedAt, to, by, at, why, byOneAlone);
    }
}
