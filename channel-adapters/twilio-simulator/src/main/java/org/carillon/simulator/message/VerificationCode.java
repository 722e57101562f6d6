package org.carillon.simulator.message;

import java.util.regex.Pattern;

/** Recognises an alert by the code that each carries: {@code XXXX-XXXX} in Crockford's base 32. */
final class VerificationCode {
    private static final String GROUP = "[0-9A-HJKMNP-TV-Z]{4}";
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z-])" + GROUP + "-" + GROUP + "(?![0-9A-Za-z-])");

    private VerificationCode() {}

    static boolean isIn(String body) {
        return CODE.matcher(body).find();
    }
}
