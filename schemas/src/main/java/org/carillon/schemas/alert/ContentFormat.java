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
}
