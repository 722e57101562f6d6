package org.carillon.hub.demo;

/** The story did not go as it should. */
public final class StoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryException(String message) {
        super(message);
    }

    /** What did not go as it should, for a person. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
