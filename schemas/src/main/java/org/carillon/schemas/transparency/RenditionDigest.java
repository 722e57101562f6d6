package org.carillon.schemas.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/**
 * What one channel said in one language and format, without the text: whoever has the text can see that it is the one.
 *
 * @param sha256 hex SHA-256 of the text in UTF-8, nothing before or after it
 */
public record RenditionDigest(String channel, String language, ContentFormat format, String sha256) {
    public RenditionDigest {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(sha256, "sha256");
    }

    public static RenditionDigest of(Rendition rendition) {
        return new RenditionDigest(
                rendition.channel(),
                rendition.language(),
                rendition.format(),
                hex(rendition.body().getBytes(StandardCharsets.UTF_8)));
    }

    /** Hex SHA-256 of bytes. */
    public static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
