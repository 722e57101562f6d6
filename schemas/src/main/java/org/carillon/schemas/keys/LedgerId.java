package org.carillon.schemas.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Stands for a contact in the ledger of stops and erasures, under a key of its own, so that the ledger can outlive the
 * purposes and cannot be joined with anything else.
 *
 * @param high the first 8 of the 16 bytes
 * @param low the last 8 of the 16 bytes
 */
public record LedgerId(long high, long low) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not 26 characters of base32; the message does not repeat the text
     */
    @JsonCreator
    public static LedgerId of(String text) {
        return ofBytes(KeyedId.bytes(text, "a ledger id"));
    }

    /** From the 16 bytes of {@link #toBytes()}. */
    public static LedgerId ofBytes(byte[] bytes) {
        return new LedgerId(KeyedId.high(bytes), KeyedId.low(bytes));
    }

    /** The text form: 26 characters, lower-case base32. */
    @JsonValue
    public String value() {
        return KeyedId.text(high, low);
    }

    /** The 16 bytes. */
    public byte[] toBytes() {
        return KeyedId.bytes(high, low);
    }

    /** Only the beginning: enough to tell two apart in a test, too little to follow a person through a log. */
    @Override
    public String toString() {
        return KeyedId.redacted("LedgerId", high, low);
    }
}
