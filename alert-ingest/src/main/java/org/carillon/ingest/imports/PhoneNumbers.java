package org.carillon.ingest.imports;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.carillon.schemas.keys.E164;

/** Reads telephone numbers of a list: in international form, of a kind that can get text messages. Safe for threads. */
final class PhoneNumbers {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}().\\-\u2010-\u2013/]");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /** What a cell holds. */
    sealed interface Reading {
        record Read(E164 number) implements Reading {}

        record Wrong(String rule, String message) implements Reading {}
    }

    Reading read(String cell) {
        String plain = BETWEEN.matcher(cell).replaceAll("");
        if (plain.isEmpty()) {
            return new Reading.Wrong("CONTACT", "The number is missing.");
        }
        if (!E164.isValid(plain)) {
            return new Reading.Wrong("CONTACT", "This is no number in international form: +, country code, number.");
        }
        try {
            PhoneNumber number = numbers.parse(plain, null);
            if (!numbers.isPossibleNumber(number)) {
                return new Reading.Wrong("CONTACT", "No country has a number like this.");
            }
            return getsTexts(numbers.getNumberType(number))
                    ? new Reading.Read(E164.of(plain))
                    : new Reading.Wrong("CONTACT-NO-SMS", "A number of this kind cannot get text messages.");
        } catch (NumberParseException e) {
            return new Reading.Wrong("CONTACT", "No country has a number like this.");
        }
    }

    /** A kind that is not known may be a new range of mobile numbers. */
    private static boolean getsTexts(PhoneNumberUtil.PhoneNumberType type) {
        return switch (type) {
            case MOBILE, FIXED_LINE_OR_MOBILE, VOIP, PERSONAL_NUMBER, UNKNOWN -> true;
            case FIXED_LINE, TOLL_FREE, PREMIUM_RATE, SHARED_COST, PAGER, UAN, VOICEMAIL -> false;
        };
    }
}
