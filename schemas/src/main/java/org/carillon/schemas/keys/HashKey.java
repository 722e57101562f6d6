package org.carillon.schemas.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a 256-bit key, cut to 128 bits. */
final class HashKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKey key;

    private HashKey(SecretKey key) {
        this.key = key;
    }

    /** A new key in the text form that {@link #of} reads. */
    static String generate() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static HashKey of(String text, Path file) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw KeyFile.damaged(file, "its hash key is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw KeyFile.damaged(file, "its hash key has not 32 bytes");
        }
        return new HashKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    byte[] hash(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(message), KeyedId.BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
