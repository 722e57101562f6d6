package org.carillon.rendering.check;

/**
 * One thing in which the languages of an alert differ, or that readers of one would see wrongly.
 *
 * @param level whether it stops the alert or only asks for a look
 * @param language the language that differs, BCP 47
 * @param message what differs, in words for an officer
 */
public record Finding(Level level, Fact fact, String language, String message) {
    /** How much it matters. */
    public enum Level {
        ERROR,
        WARNING
    }

    /** What it is about. */
    public enum Fact {
        SEVERITY,
        URGENCY,
        CERTAINTY,
        EXPIRES,
        AREAS,
        INSTRUCTION
    }
}
