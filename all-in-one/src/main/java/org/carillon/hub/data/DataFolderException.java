package org.carillon.hub.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder cannot be used; the message says which and why. */
public final class DataFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean held;

    DataFolderException(String message, @Nullable Throwable cause) {
        super(message, cause);
        held = false;
    }

    private DataFolderException(String message) {
        super(message);
        held = true;
    }

    static DataFolderException heldBy(String owner, Path folder) {
        return new DataFolderException("data folder " + folder + " is in use by process " + owner);
    }

    /** Whether all that is wrong is that another process has it. */
    public boolean isHeld() {
        return held;
    }
}
