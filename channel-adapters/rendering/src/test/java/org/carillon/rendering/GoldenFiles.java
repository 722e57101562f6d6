package org.carillon.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts under {@code src/test/resources/golden}, reviewed by eye. What a test produced lies in {@code target/golden}: after a
 * wanted change look at every difference, then copy it over.
 */
public final class GoldenFiles {
    private static final Path HERE =
            Path.of(System.getProperty("carillon.root", "../.."), "channel-adapters/rendering");

    private GoldenFiles() {}

    /** Compares a text with the reviewed one. */
    public static void check(String name, String actual) throws IOException {
        Path written = HERE.resolve("target/golden").resolve(name);
        Files.createDirectories(written.getParent());
        Files.writeString(written, actual);
        Path golden = HERE.resolve("src/test/resources/golden").resolve(name);
        assertThat(golden).exists();
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
