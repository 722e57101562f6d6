package org.carillon.rendering.hint;

import java.util.Locale;

/** A text of an alert in one language. */
public enum Field {
    EVENT,
    HEADLINE,
    DESCRIPTION,
    INSTRUCTION,
    PLAIN;

    /** The name in forms and resources. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
