package org.carillon.schemas.keys;

import java.nio.ByteBuffer;
import org.carillon.schemas.text.Base32;

/** What the 128-bit ids have in common. */
final class KeyedId {
    static final int BYTES = 16;
    private static final int TEXT_LENGTH = 26;
    private static final int SHOWN = 4;

    private KeyedId() {}

    static byte[] bytes(String text, String what) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("not " + what + ": 26 characters expected, got " + text.length());
        }
        return Base32.decode(text);
    }

    static byte[] bytes(long high, long low) {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    static long high(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an id has 16 bytes, got " + bytes.length);
        }
        return ByteBuffer.wrap(bytes).getLong();
    }

    static long low(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong(Long.BYTES);
    }

    static String text(long high, long low) {
        return Base32.encode(bytes(high, low));
    }

    static String redacted(String name, long high, long low) {
        return name + "[" + text(high, low).substring(0, SHOWN) + "…]";
    }
}
