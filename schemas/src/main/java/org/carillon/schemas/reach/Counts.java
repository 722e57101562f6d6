package org.carillon.schemas.reach;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Recipients by what became of them. {@code audience = queued + sent + failed + suppressed}, and {@code delivered} is part of
 * {@code sent}, at every moment: queued is what is left.
 */
public record Counts(long audience, long sent, long delivered, long failed, long suppressed) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts {
        if (audience < sent + failed + suppressed || delivered > sent) {
            throw new IllegalArgumentException("counts do not add up");
        }
    }

    @JsonProperty("queued")
    public long queued() {
        return audience - sent - failed - suppressed;
    }

    public Counts plus(Counts other) {
        return new Counts(
                audience + other.audience,
                sent + other.sent,
                delivered + other.delivered,
                failed + other.failed,
                suppressed + other.suppressed);
    }
}
