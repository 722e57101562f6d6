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
 * @param senderName whom the message itself names as its authority (CAP {@code senderName}), or null
 */
public record AlertText(
        String event,
        String headline,
        @Nullable String description,
        @Nullable String instruction,
        @Nullable String plain,
        @Nullable String senderName) {
    public AlertText {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(headline, "headline");
    }

    /** Without a name of the authority. */
    public AlertText(
            String event,
            String headline,
            @Nullable String description,
            @Nullable String instruction,
            @Nullable String plain) {
        this(event, headline, description, instruction, plain, null);
    }

    /** What may be said once it is taken back: what it was about, without its order. */
    public AlertText bare() {
        return new AlertText(event, event, null, null, null, senderName);
    }
}
