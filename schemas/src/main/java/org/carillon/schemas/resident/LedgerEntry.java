package org.carillon.schemas.resident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.carillon.schemas.keys.LedgerId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody left, so that a restore or an import brings nobody back; the value of the compacted topic
 * {@code carillon.ledger}, keyed by the ledger id, which outlives the subscription and its purpose.
 *
 * @param proof the number that the resident was given, by which the erasure can be shown; null where none was given
 * @param stoppedAt of a number that was erased after it had said STOP: when it said so; null otherwise
 */
public record LedgerEntry(
        LedgerId id,
        Kind kind,
        Instant at,
        @Nullable String proof,
        @Nullable Instant stoppedAt) {
    /** How somebody left. */
    public enum Kind {
        @JsonProperty("stopped")
        STOPPED,
        @JsonProperty("erased")
        ERASED
    }
}
