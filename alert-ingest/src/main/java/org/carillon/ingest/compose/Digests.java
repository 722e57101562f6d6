package org.carillon.ingest.compose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over several parts, each with its length, so that no two lists of parts are the same bytes. */
public final class Digests {
    private Digests() {}

    /** Hex digest. */
    public static String sha256(byte[] first, String... more) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, first);
            for (String part : more) {
                add(sha, part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(MessageDigest sha, byte[] part) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha.update(part);
    }
}
