package org.carillon.schemas.alert;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says in one language.
 *
 * @param event what happens, short (CAP {@code event})
 * @param headline what a resident reads first
 * @param description what is known, or null
 * @param instruction what to do, or null where there is nothing to do (all-clear, cancel)
 * @param plain the same in short sentences without jargon, or null
 */
public record AlertText(
        String event,
        String headline,
        @Nullable String description,
        @Nullable String instruction,
        @Nullable String plain) {
    public AlertText {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(headline, "headline");
    }
}
