package org.carillon.schemas.alert;

/** Base32 of RFC 4648 in lower case without padding, and Crockford's alphabet for codes that people type. */
final class Base32 {
    private static final String RFC_4648 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    static String lower(byte[] bytes, int from, int length) {
        return encode(RFC_4648, bytes, from, length);
    }

    static String crockford(byte[] bytes, int from, int length) {
        return encode(CROCKFORD, bytes, from, length);
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
