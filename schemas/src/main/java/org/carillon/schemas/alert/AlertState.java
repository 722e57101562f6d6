package org.carillon.schemas.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an alert stands in its life; {@link #next()} are the only steps that are legal from here. */
public enum AlertState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("pending-approval")
    PENDING_APPROVAL,
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("quarantined")
    QUARANTINED,
    @JsonProperty("issued")
    ISSUED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("superseded")
    SUPERSEDED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("expired")
    EXPIRED;

    /** The states that may follow this one; empty for those in which an alert ends. */
    public Set<AlertState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PENDING_APPROVAL, REJECTED);
            case PENDING_APPROVAL, QUARANTINED ->
                EnumSet.of(ISSUED, REJECTED, RETURNED, CANCELLED, SUPERSEDED, EXPIRED);
            case RETURNED -> EnumSet.of(PENDING_APPROVAL, REJECTED, CANCELLED, SUPERSEDED, EXPIRED);
            case ISSUED -> EnumSet.of(SUPERSEDED, CANCELLED, EXPIRED);
            case REJECTED, SUPERSEDED, CANCELLED, EXPIRED -> EnumSet.noneOf(AlertState.class);
        };
    }

    /** Whether an alert may go from here to {@code target}. */
    public boolean mayBecome(AlertState target) {
        return next().contains(target);
    }

    /** The name in JSON, URLs and lists. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
