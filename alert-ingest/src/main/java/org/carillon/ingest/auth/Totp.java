package org.carillon.ingest.auth;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carillon.schemas.text.Base32;

/** Codes of authenticator apps: TOTP (RFC 6238) with HMAC-SHA-1, 6 digits, 30 s, which is what every app can do. */
public final class Totp {
    /** RFC 4226, 4: at least 128 bits, 160 recommended. */
    public static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String HMAC = "HmacSHA1";
    private static final int MODULUS = 1_000_000;

    /** Clocks of phones: RFC 6238, 5.2 recommends at most one step. */
    private static final int DRIFT = 1;

    private Totp() {}

    /** The time step of a moment. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The six digits of a time step. */
    public static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** The time step whose code that is: this one, or the one before or after; empty for a wrong code. */
    public static OptionalLong match(byte[] secret, String code, Instant now) {
        byte[] asked = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        long present = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), asked)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What a QR code says to an app (the key URI format that apps share). */
    public static String uri(String issuer, String user, byte[] secret) {
        String name = encode(issuer);
        return "otpauth://totp/" + name + ":" + encode(user) + "?secret=" + text(secret) + "&issuer=" + name
                + "&algorithm=SHA1&digits=6&period=30";
    }

    /** The secret as people type it: base32 (RFC 4648) without padding. */
    public static String text(byte[] secret) {
        return Base32.encode(secret).toUpperCase(Locale.ROOT);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
