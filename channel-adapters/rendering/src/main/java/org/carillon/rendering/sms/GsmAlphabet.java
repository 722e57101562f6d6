package org.carillon.rendering.sms;

/** The default alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1) and its extension table. */
final class GsmAlphabet {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final int HIGHEST = '€';
    private static final byte[] SEPTETS = septets();

    private GsmAlphabet() {}

    /** Septets that a character takes: 1, 2 with the escape, 0 when it is not in the alphabet. */
    static int septets(char c) {
        return c > HIGHEST ? 0 : SEPTETS[c];
    }

    static boolean covers(CharSequence text) {
        return text.chars().allMatch(c -> septets((char) c) > 0);
    }

    private static byte[] septets() {
        byte[] table = new byte[HIGHEST + 1];
        BASIC.chars().forEach(c -> table[c] = 1);
        EXTENDED.chars().forEach(c -> table[c] = 2);
        return table;
    }
}
