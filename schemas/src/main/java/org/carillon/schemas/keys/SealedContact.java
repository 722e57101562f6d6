package org.carillon.schemas.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Base64;

/**
 * A contact encrypted under its purpose's key: 41 bytes for a telephone number, some hundred for a push endpoint with its keys.
 * Two seals of one contact differ. In JSON it is base64url without padding.
 */
public final class SealedContact {
    private static final int MAX_BYTES = 2047;

    private final byte[] bytes;

    private SealedContact(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a sealed contact has 1 to " + MAX_BYTES + " bytes, got " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** From the bytes of {@link #toBytes()}; whether they can be opened only the key ring knows. */
    public static SealedContact ofBytes(byte[] bytes) {
        return new SealedContact(bytes.clone());
    }

    /**
     * From the text form.
     *
     * @throws IllegalArgumentException if it is not base64url
     */
    @JsonCreator
    public static SealedContact of(String base64Url) {
        return new SealedContact(Base64.getUrlDecoder().decode(base64Url));
    }

    /** The text form: base64url without padding. */
    @JsonValue
    public String value() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** How many bytes {@link #toBytes()} has, at most 2047. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedContact that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedContact[…]";
    }
}
