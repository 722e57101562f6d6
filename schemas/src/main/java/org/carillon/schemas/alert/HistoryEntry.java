package org.carillon.schemas.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in an alert's life: who did what, when and why.
 *
 * @param who user name of the officer, or {@code hub} for what the clock decided
 * @param from the state before, or null at the first entry
 */
public record HistoryEntry(
        AlertId alertId,
        int version,
        Instant at,
        String who,
        String what,
        @Nullable String reason,
        @Nullable AlertState from,
        AlertState to) {}
