package org.carillon.rendering.check;

/**
 * One fact that a language gives otherwise than the first, or not at all.
 *
 * @param level whether it stops the alert or only asks for a look
 * @param ours all facts as that language gives them
 * @param first as the first language gives them
 */
public record Finding(Level level, Fact fact, LanguageFacts ours, LanguageFacts first) {
    /** The language that differs, BCP 47. */
    public String language() {
        return ours.language();
    }

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
