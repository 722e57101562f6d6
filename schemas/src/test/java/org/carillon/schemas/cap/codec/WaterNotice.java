package org.carillon.schemas.cap.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A message of our own that keeps every rule, to be broken in one place at a time. */
final class WaterNotice {

    private WaterNotice() {}

    static String text() {
        try (InputStream in = WaterNotice.class.getResourceAsStream("/org/carillon/schemas/cap/water.xml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** The message with the first occurrence of {@code from} replaced; it must be there. */
    static String with(String from, String to) {
        return replaced(text(), from, to);
    }

    static String replaced(String text, String from, String to) {
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("not in the message: " + from);
        }
        return text.substring(0, at) + to + text.substring(at + from.length());
    }
}
