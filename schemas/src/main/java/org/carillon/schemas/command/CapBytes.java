package org.carillon.schemas.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The exact bytes of a CAP message; base64 in JSON. */
public final class CapBytes {
    private final byte[] bytes;

    private CapBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static CapBytes of(byte[] bytes) {
        return new CapBytes(bytes.clone());
    }

    @JsonCreator
    static CapBytes fromBase64(String text) {
        return new CapBytes(Base64.getDecoder().decode(text));
    }

    @JsonValue
    String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Hex SHA-256 of them. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CapBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CapBytes[" + bytes.length + " bytes]";
    }
}
