package org.carillon.schemas.keys;

import java.nio.ByteBuffer;

/**
 * The length of a sealed contact in binary records: one byte up to 127, as every telephone number has it, and two up to 16,383,
 * the lower seven bits first, with the highest bit set.
 */
public final class ContactLength {
    private static final int ONE_BYTE = 0x7f;
    private static final int MORE = 0x80;

    private ContactLength() {}

    /** How many bytes the length itself takes. */
    public static int size(int length) {
        return length <= ONE_BYTE ? 1 : 2;
    }

    public static void put(ByteBuffer out, int length) {
        if (length <= ONE_BYTE) {
            out.put((byte) length);
        } else {
            out.put((byte) (MORE | (length & ONE_BYTE))).put((byte) (length >>> 7));
        }
    }

    /** Writes the length there and returns where the contact starts. */
    public static int put(byte[] out, int at, int length) {
        if (length <= ONE_BYTE) {
            out[at] = (byte) length;
            return at + 1;
        }
        out[at] = (byte) (MORE | (length & ONE_BYTE));
        out[at + 1] = (byte) (length >>> 7);
        return at + 2;
    }

    public static int get(ByteBuffer in) {
        int first = in.get();
        return first >= 0 ? first : (first & ONE_BYTE) | ((in.get() & 0xff) << 7);
    }

    /** The length that is written there. */
    public static int get(byte[] in, int at) {
        int first = in[at];
        return first >= 0 ? first : (first & ONE_BYTE) | ((in[at + 1] & 0xff) << 7);
    }
}
