package org.carillon.schemas.keys;

/** The key ring cannot be used, or not for this. Its message says why and what to do, and holds nothing personal. */
public class KeyRingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyRingException(String message) {
        super(message);
    }

    KeyRingException(String message, Throwable cause) {
        super(message, cause);
    }
}
