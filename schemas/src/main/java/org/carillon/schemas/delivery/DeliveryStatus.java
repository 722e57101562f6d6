package org.carillon.schemas.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where one delivery stands. {@code QUEUED} and {@code INTENDED} count as queued; reached means {@code INTENDED} or beyond.
 * A status never goes back; {@code SUPPRESSED} is possible only before an intent, or by one whose call never took place.
 */
public enum DeliveryStatus {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("intended")
    INTENDED,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("suppressed")
    SUPPRESSED;

    /** Whether a receipt with {@code next} changes a delivery that stands here. Call-backs come in any order. */
    public boolean yieldsTo(DeliveryStatus next) {
        return switch (this) {
            case QUEUED -> next != QUEUED;
            case INTENDED -> next != QUEUED && next != INTENDED;
            case SENT -> next == DELIVERED || next == FAILED;
            case DELIVERED, FAILED, SUPPRESSED -> false;
        };
    }

    /** Whether the resident was or may have been told: what Cancel and corrections follow. */
    public boolean reached() {
        return switch (this) {
            case INTENDED, SENT, DELIVERED -> true;
            case QUEUED, FAILED, SUPPRESSED -> false;
        };
    }
}
