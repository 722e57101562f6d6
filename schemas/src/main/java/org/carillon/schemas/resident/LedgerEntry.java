package org.carillon.schemas.resident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.carillon.schemas.keys.LedgerId;

/**
 * That somebody left, so that a restore or an import brings nobody back; the value of the compacted topic
 * {@code carillon.ledger}, keyed by the ledger id, which outlives the subscription and its purpose.
 *
 * @param proof the number that the resident was given, by which the erasure can be shown
 */
public record LedgerEntry(LedgerId id, Kind kind, Instant at, String proof) {
    /** How somebody left. */
    public enum Kind {
        @JsonProperty("stopped")
        STOPPED,
        @JsonProperty("erased")
        ERASED
    }
}
