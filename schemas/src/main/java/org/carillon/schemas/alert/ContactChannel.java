package org.carillon.schemas.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A channel that reaches each resident by a contact of their own, so that batches are cut for it. The web and radio are there
 * for everyone and have no audience to cut.
 */
public enum ContactChannel {
    @JsonProperty("sms")
    SMS,
    @JsonProperty("push")
    PUSH;

    /** The name in batches, renditions, receipts and alerts. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number in binary records, 0 to 15; never changes. */
    public int code() {
        return switch (this) {
            case SMS -> 0;
            case PUSH -> 1;
        };
    }

    /**
     * The constant of that number.
     *
     * @throws IllegalArgumentException for any other
     */
    public static ContactChannel ofCode(int code) {
        return switch (code) {
            case 0 -> SMS;
            case 1 -> PUSH;
            default -> throw new IllegalArgumentException("no ContactChannel has the number " + code);
        };
    }

    /** The constant of that name; empty for web, radio and whatever has no contacts. */
    public static Optional<ContactChannel> named(String name) {
        return Arrays.stream(values()).filter(c -> c.wireName().equals(name)).findFirst();
    }
}
