package org.carillon.hub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.Flags;
import org.jspecify.annotations.Nullable;

/** A folder for a demo that nobody named a folder for: made at the start, gone at the end. */
final class Scratch implements AutoCloseable {
    private final @Nullable Path folder;

    private Scratch(@Nullable Path folder) {
        this.folder = folder;
    }

    /** None where a data folder was named. */
    static Scratch unless(@Nullable String named) {
        if (named != null) {
            return new Scratch(null);
        }
        try {
            return new Scratch(Files.createTempDirectory("carillon-demo"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for the demo", e);
        }
    }

    /** The flags with the folder, where there is one. */
    Flags applyTo(Flags flags) {
        return folder == null
                ? flags
                : flags.with(ConfigKey.DATA, "--data", folder.resolve("data").toString());
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be removed", e);
        }
    }
}
