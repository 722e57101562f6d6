package org.carillon.simulator.phone;

import java.util.regex.Pattern;

/** Numbers as people type them into addresses and forms. */
final class PhoneNumber {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{2,14}");

    private PhoneNumber() {}

    /** In E.164 form; spaces, dashes and a missing plus sign are forgiven. */
    static String parse(String typed) {
        String digits = typed.replaceAll("[\\s()./-]", "");
        String number = digits.startsWith("+") ? digits : "+" + digits;
        if (!E164.matcher(number).matches()) {
            throw new IllegalArgumentException("a phone number looks like +15550100123");
        }
        return number;
    }
}
