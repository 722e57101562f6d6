package org.carillon.schemas.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.schemas.text.Base32;

/**
 * The code in every message by which anyone can check that an alert is genuine: eight characters of Crockford's base32
 * as {@code XXXX-XXXX}. Typing is forgiven: lower case, missing hyphen, O for 0, I and L for 1.
 */
public record VerificationCode(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    @JsonCreator
    public VerificationCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a verification code: XXXX-XXXX expected");
        }
    }

    /** The code of the message that {@code sender} identified so and sent at that instant. */
    public static VerificationCode of(String sender, String identifier, Instant sent) {
        String code = Base32.crockford(AlertDigest.of(sender, identifier, sent), 16, 5);
        return new VerificationCode(code.substring(0, 4) + '-' + code.substring(4));
    }

    /** Reads what a person typed; empty when it cannot be a code. */
    public static Optional<VerificationCode> parse(String typed) {
        String folded = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (folded.length() != 8) {
            return Optional.empty();
        }
        String code = folded.substring(0, 4) + '-' + folded.substring(4);
        return SHAPE.matcher(code).matches() ? Optional.of(new VerificationCode(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
