package org.carillon.hub.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void shouldMakeTheFolderWhenItIsMissing() {
        // When
        try (DataFolder folder = DataFolder.open(temp.resolve("a/b"))) {
            // Then
            assertThat(folder.path()).isDirectory().isAbsolute();
        }
    }

    @Test
    void shouldNameTheOwnerWhenItIsInUse() {
        // Given
        try (DataFolder first = DataFolder.open(temp)) {
            // When // Then
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessage("data folder " + temp + " is in use by process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void shouldBeFreeAgainWhenClosed() {
        DataFolder.open(temp).close();
        DataFolder.open(temp).close();
        assertThat(temp.resolve("lock")).exists();
    }

    @Test
    void shouldSayThatAFileIsNoFolder() throws IOException {
        // Given
        Path file = Files.writeString(temp.resolve("file"), "x");

        // When // Then
        assertThatThrownBy(() -> DataFolder.open(file)).hasMessage("data folder " + file + " is a file");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("cannot be made");
    }
}
