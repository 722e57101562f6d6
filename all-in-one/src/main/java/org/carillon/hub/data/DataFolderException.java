package org.carillon.hub.data;

import org.jspecify.annotations.Nullable;

/** The data folder cannot be used; the message says which and why. */
public final class DataFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
