package org.carillon.schemas.text;

/**
 * Base32 without padding: that of RFC 4648 in lower case, safe in URLs, file names and topic keys, and Crockford's for codes that
 * people type.
 */
public final class Base32 {
    private static final String RFC_4648 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    /** Encodes all bytes in lower case; 16 bytes become 26 characters. */
    public static String encode(byte[] bytes) {
        return encode(bytes, 0, bytes.length);
    }

    /** Encodes {@code length} bytes from {@code from} on in lower case. */
    public static String encode(byte[] bytes, int from, int length) {
        return encode(RFC_4648, bytes, from, length);
    }

    /** Encodes {@code length} bytes from {@code from} on in Crockford's alphabet, which has no I, L, O and U. */
    public static String crockford(byte[] bytes, int from, int length) {
        return encode(CROCKFORD, bytes, from, length);
    }

    /**
     * Decodes what {@link #encode(byte[])} wrote, and nothing else.
     *
     * @throws IllegalArgumentException for a character outside the alphabet, an impossible length or stray bits; the
     *     message does not repeat the text
     */
    public static byte[] decode(String text) {
        byte[] out = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = RFC_4648.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not base32: unexpected character at position " + i);
            }
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits >= 8) {
                out[at++] = (byte) (buffer >> (bits - 8));
                bits -= 8;
            }
        }
        if (bits >= 5 || (buffer & ((1 << bits) - 1)) != 0) {
            throw new IllegalArgumentException("not base32: the end is incomplete");
        }
        return out;
    }

    private static String encode(String alphabet, byte[] bytes, int from, int length) {
        StringBuilder out = new StringBuilder((length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (int i = from; i < from + length; i++) {
            buffer = (buffer << 8) | (bytes[i] & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(alphabet.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            out.append(alphabet.charAt((buffer << (5 - bits)) & 31));
        }
        return out.toString();
    }
}
