package org.carillon.hub.config;

import java.util.List;

/** The hub was started in a way that cannot work; the message lists all the reasons, one a line. */
public final class WrongStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reasons, at least one. */
    public WrongStartException(List<String> problems) {
        super("cannot start:\n  - " + String.join("\n  - ", problems));
    }
}
