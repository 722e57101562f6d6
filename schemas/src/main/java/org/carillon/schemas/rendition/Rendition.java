package org.carillon.schemas.rendition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.carillon.schemas.alert.ContentFormat;

/**
 * What one channel says: made once at submission, frozen at approval, sent verbatim.
 *
 * @param body the text to the letter
 * @param attributes facts of the channel, as {@code parts} and {@code encoding} of an SMS, {@code seconds} of a radio script
 */
public record Rendition(
        String channel, String language, ContentFormat format, String body, Map<String, String> attributes) {
    public Rendition {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(body, "body");
        attributes = Map.copyOf(attributes);
    }

    /**
     * Hex SHA-256 over the given renditions in the order of channel, language and format: the digest that an approval
     * freezes.
     */
    public static String digest(Collection<Rendition> renditions) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            renditions.stream()
                    .sorted(Comparator.comparing(Rendition::channel)
                            .thenComparing(Rendition::language)
                            .thenComparing(Rendition::format))
                    .forEach(r -> {
                        for (String field : new String[] {r.channel, r.language, r.format.wireName(), r.body}) {
                            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                            sha.update(
                                    ByteBuffer.allocate(4).putInt(bytes.length).array());
                            sha.update(bytes);
                        }
                    });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
