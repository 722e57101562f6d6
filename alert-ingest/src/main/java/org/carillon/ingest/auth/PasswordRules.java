package org.carillon.ingest.auth;

import java.util.Locale;
import java.util.Optional;

/** What a password must be: long, and not what everybody would try first. */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;
    private static final int FEWEST_CHARACTERS = 5;

    private PasswordRules() {}

    /** What is wrong with a password. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        TOO_EVEN,
        HOLDS_USER
    }

    /** What is wrong with it, or empty. */
    public static Optional<Fault> check(String password, String user) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (password.codePoints().distinct().count() < FEWEST_CHARACTERS) {
            return Optional.of(Fault.TOO_EVEN);
        }
        boolean holdsUser =
                user.length() > 2 && password.toLowerCase(Locale.ROOT).contains(user);
        return holdsUser ? Optional.of(Fault.HOLDS_USER) : Optional.empty();
    }
}
