package org.carillon.schemas.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.carillon.schemas.cap.Severity;

/** Urgent (Severe and Extreme alerts) or routine (all else); each has topics of its own, so that neither waits for the other. */
public enum Lane {
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("routine")
    ROUTINE;

    /** The lane of an alert of that severity. */
    public static Lane of(Severity severity) {
        return switch (severity) {
            case EXTREME, SEVERE -> URGENT;
            case MODERATE, MINOR, UNKNOWN -> ROUTINE;
        };
    }

    /** The number in binary records; never changes. */
    public int code() {
        return switch (this) {
            case URGENT -> 0;
            case ROUTINE -> 1;
        };
    }

    /**
     * The constant of that number.
     *
     * @throws IllegalArgumentException for any other
     */
    public static Lane ofCode(int code) {
        return switch (code) {
            case 0 -> URGENT;
            case 1 -> ROUTINE;
            default -> throw new IllegalArgumentException("no Lane has the number " + code);
        };
    }
}
