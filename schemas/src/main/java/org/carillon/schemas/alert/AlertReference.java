package org.carillon.schemas.alert;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * One triple of CAP {@code references}: which message an Update or Cancel speaks of. Compared by sender and identifier,
 * then by the nearest {@code sent} as an instant (real messages differ by time zone or one second).
 */
public record AlertReference(String sender, String identifier, OffsetDateTime sent) {
    public AlertReference {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(sent, "sent");
    }
}
