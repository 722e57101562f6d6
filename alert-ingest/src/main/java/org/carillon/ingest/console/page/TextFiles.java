package org.carillon.ingest.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Reads the files of texts from the class path, in UTF-8. */
final class TextFiles {
    private static final String FOLDER = "/org/carillon/ingest/console/texts/";

    private TextFiles() {}

    static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(TextFiles.class.getResourceAsStream(FOLDER + name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
