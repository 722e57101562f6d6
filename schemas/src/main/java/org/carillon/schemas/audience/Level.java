package org.carillon.schemas.audience;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.carillon.schemas.cap.Severity;

/** The least severity that reaches a resident whatever the topic: the word LEVEL. After JOIN it is {@link #SEVERE}. */
public enum Level {
    @JsonProperty("extreme")
    EXTREME,
    @JsonProperty("severe")
    SEVERE,
    @JsonProperty("all")
    ALL;

    /** Whether an alert of that severity is reached by this level alone. */
    public boolean admits(Severity severity) {
        return switch (this) {
            case EXTREME -> severity == Severity.EXTREME;
            case SEVERE -> severity == Severity.EXTREME || severity == Severity.SEVERE;
            case ALL -> true;
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number in binary records; never changes. */
    public int code() {
        return switch (this) {
            case EXTREME -> 0;
            case SEVERE -> 1;
            case ALL -> 2;
        };
    }

    /**
     * The constant of that number.
     *
     * @throws IllegalArgumentException for any other
     */
    public static Level ofCode(int code) {
        return switch (code) {
            case 0 -> EXTREME;
            case 1 -> SEVERE;
            case 2 -> ALL;
            default -> throw new IllegalArgumentException("no Level has the number " + code);
        };
    }
}
