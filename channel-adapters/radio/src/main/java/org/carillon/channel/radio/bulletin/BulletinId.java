package org.carillon.channel.radio.bulletin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.carillon.channel.radio.bulletin.Bulletin.LeftOut;
import org.carillon.channel.radio.bulletin.Bulletin.Told;

/** Ids of bulletins: the same for the same words about the same alerts, on every instance of the hub. */
final class BulletinId {
    private static final int SHOWN_BYTES = 16;

    private BulletinId() {}

    static String of(String language, String text, List<Told> told, List<LeftOut> leftOut) {
        MessageDigest sha = sha256();
        add(sha, language);
        add(sha, text);
        told.forEach(one -> add(sha, one.alertId() + "+" + one.form()));
        leftOut.forEach(one -> add(sha, one.alertId() + "-" + one.reason()));
        return HexFormat.of().formatHex(sha.digest(), 0, SHOWN_BYTES);
    }

    private static void add(MessageDigest sha, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
