package org.carillon.ingest.office;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.KeyRingException;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.SealedContact;

/**
 * Telephone numbers of officers on duty: read, sealed before anybody keeps them, and opened for their last two digits alone. Safe for
 * threads.
 */
public final class DutyNumbers {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}().\\-\u2010-\u2013/]");
    private static final int SHOWN = 2;

    private final Function<E164, SealedContact> seal;
    private final Function<SealedContact, E164> open;
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /**
     * Makes one.
     *
     * @param open throws {@link KeyRingException} for what it cannot open
     */
    public DutyNumbers(Function<E164, SealedContact> seal, Function<SealedContact, E164> open) {
        this.seal = seal;
        this.open = open;
    }

    /** Sealed as the SMS channel opens them; the ring has to know {@link Duty#PURPOSE}. */
    public static DutyNumbers of(KeyRing keys) {
        PurposeId purpose = new PurposeId(Duty.PURPOSE);
        return new DutyNumbers(number -> keys.seal(purpose, number), contact -> keys.open(purpose, contact));
    }

    /** The number that somebody typed, with the spaces and signs that people write; empty where it cannot be one of any country. */
    public Optional<E164> read(String typed) {
        String plain = BETWEEN.matcher(typed).replaceAll("");
        if (!E164.isValid(plain)) {
            return Optional.empty();
        }
        try {
            return numbers.isPossibleNumber(numbers.parse(plain, null))
                    ? Optional.of(E164.of(plain))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    public Duty seal(E164 number, boolean deputy) {
        return new Duty(seal.apply(number), deputy);
    }

    /** By what its owner knows it again: the last two digits; empty where another key ring has sealed it. */
    public Optional<String> ending(Duty duty) {
        try {
            String number = open.apply(duty.contact()).value();
            return Optional.of(number.substring(number.length() - SHOWN));
        } catch (KeyRingException e) {
            return Optional.empty();
        }
    }
}
