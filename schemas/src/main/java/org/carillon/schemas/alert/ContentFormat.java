package org.carillon.schemas.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much a text expects of its reader: the standard text, or the plain one (short sentences, no jargon). */
public enum ContentFormat {
    @JsonProperty("standard")
    STANDARD,
    @JsonProperty("plain")
    PLAIN;

    /** The name in JSON and in SMS words. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number in binary records; never changes. */
    public int code() {
        return switch (this) {
            case STANDARD -> 0;
            case PLAIN -> 1;
        };
    }

    /**
     * The constant of that number.
     *
     * @throws IllegalArgumentException for any other
     */
    public static ContentFormat ofCode(int code) {
        return switch (code) {
            case 0 -> STANDARD;
            case 1 -> PLAIN;
            default -> throw new IllegalArgumentException("no ContentFormat has the number " + code);
        };
    }
}
