package org.carillon.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void shouldHoldTheTableOfAllKeys() throws IOException {
        Path root = Path.of(System.getProperty("carillon.root", ".."));
        assertThat(Files.readString(root.resolve("README.md")))
                .as("the README's configuration table")
                .contains(ConfigKey.table());
    }
}
