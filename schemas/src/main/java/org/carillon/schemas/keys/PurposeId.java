package org.carillon.schemas.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a purpose for which personal data may be used, such as {@code city-alerts}.
 *
 * @param value a small letter, then up to 39 small letters, digits or hyphens
 */
public record PurposeId(@JsonValue String value) implements Comparable<PurposeId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    @JsonCreator
    public PurposeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not a purpose id: a small letter, then up to 39 small letters, digits or hyphens expected");
        }
    }

    /** Whether {@code text} has the shape of a purpose id. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(PurposeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
