package org.carillon.schemas.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.regex.Pattern;
import org.carillon.schemas.text.Base32;

/**
 * URL-safe identity of an alert: the first 16 bytes of SHA-256 over sender, identifier and the instant of {@code sent},
 * in lower-case base32 without padding (26 characters). Two spellings of one instant give one id (CAP 1.2, section 3.2.1).
 */
public record AlertId(@JsonValue String value) implements Comparable<AlertId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{26}");

    @JsonCreator
    public AlertId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an alert id: 26 characters of a-z and 2-7 expected");
        }
    }

    /** Derives the id of the message that {@code sender} identified so and sent at that instant. */
    public static AlertId of(String sender, String identifier, Instant sent) {
        return new AlertId(Base32.encode(AlertDigest.of(sender, identifier, sent), 0, 16));
    }

    /** Whether {@code text} has the shape of an alert id. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(AlertId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
