package org.carillon.schemas.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A browser that asked for push messages (W3C Push API, {@code PushSubscription}): where its push service takes them, and the keys
 * that only the browser can open them with. It is personal data: {@code toString} and the exceptions of this class never show it.
 *
 * @param endpoint an absolute URL of at most {@value #MAX_ENDPOINT} ASCII characters; whether it may be called is the channel's question
 * @param p256dh the browser's public key: base64url of an uncompressed point on P-256, 65 bytes
 * @param auth base64url of the 16 bytes that browser and hub share (RFC 8291, 3.2)
 */
public record PushContact(String endpoint, String p256dh, String auth) {
    public static final int MAX_ENDPOINT = 1024;
    static final byte VERSION = 1;
    private static final int KEY_BYTES = 65;
    private static final int AUTH_BYTES = 16;
    private static final byte UNCOMPRESSED = 4;

    /** Checks the shapes; the keys are kept without padding, so that equal contacts are equal. */
    public PushContact {
        if (endpoint.isEmpty()
                || endpoint.length() > MAX_ENDPOINT
                || !endpoint.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("an endpoint is a URL of at most " + MAX_ENDPOINT + " characters");
        }
        byte[] key = bytes(p256dh, "p256dh", KEY_BYTES);
        if (key[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("p256dh is not an uncompressed point");
        }
        p256dh = text(key);
        auth = text(bytes(auth, "auth", AUTH_BYTES));
    }

    /** The browser's public key, 65 bytes. */
    public byte[] publicKey() {
        return bytes(p256dh, "p256dh", KEY_BYTES);
    }

    /** The shared secret, 16 bytes. */
    public byte[] authSecret() {
        return bytes(auth, "auth", AUTH_BYTES);
    }

    /** What is sealed: version (1 byte), public key (65), secret (16), endpoint in ASCII. */
    byte[] toBytes() {
        byte[] url = endpoint.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + KEY_BYTES + AUTH_BYTES + url.length)
                .put(VERSION)
                .put(publicKey())
                .put(authSecret())
                .put(url)
                .array();
    }

    /**
     * Reads {@link #toBytes()}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static PushContact ofBytes(byte[] bytes) {
        if (bytes.length <= 1 + KEY_BYTES + AUTH_BYTES || bytes[0] != VERSION) {
            throw new IllegalArgumentException("not a push contact of version " + VERSION);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        byte[] key = new byte[KEY_BYTES];
        byte[] secret = new byte[AUTH_BYTES];
        in.get(key).get(secret);
        byte[] url = new byte[in.remaining()];
        in.get(url);
        return new PushContact(new String(url, StandardCharsets.US_ASCII), text(key), text(secret));
    }

    private static byte[] bytes(String base64Url, String name, int length) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(base64Url);
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes what it read.
            throw new IllegalArgumentException(name + " is not base64url");
        }
        if (bytes.length != length) {
            throw new IllegalArgumentException(name + " has " + bytes.length + " bytes, not " + length);
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "PushContact[…]";
    }
}
