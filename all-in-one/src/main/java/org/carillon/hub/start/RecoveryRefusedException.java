package org.carillon.hub.start;

import org.jspecify.annotations.Nullable;

/** Nobody got a new start and nothing has changed; the message says why. */
public final class RecoveryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecoveryRefusedException(String message) {
        this(message, null);
    }

    RecoveryRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
