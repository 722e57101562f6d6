package org.carillon.schemas.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** The digest from which an alert's id and its verification code are cut. */
final class AlertDigest {
    private AlertDigest() {}

    static byte[] of(String sender, String identifier, Instant sent) {
        String text = sender + '\n' + identifier + '\n' + sent.getEpochSecond();
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
