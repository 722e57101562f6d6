package org.carillon.router.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears stores that a kill met while they were made or, after a crash before it, deleted: a folder with a log and without the
 * file {@code CURRENT} can neither be opened nor made again, and Kafka Streams would end at its start.
 */
public final class UnfinishedStores {
    private static final Logger LOGGER = LoggerFactory.getLogger(UnfinishedStores.class);
    private static final String STORES = "rocksdb";
    private static final String CURRENT = "CURRENT";

    private UnfinishedStores() {}

    /**
     * Deletes the whole folder of each task with such a store, its checkpoint too: everything in it is restored from Kafka.
     * To be called before the application starts, while nobody else uses the folder.
     *
     * @param application the folder that Kafka Streams keeps for an application id; need not exist
     */
    public static void clear(Path application) {
        try {
            for (Path task : folders(application)) {
                for (Path store : folders(task.resolve(STORES))) {
                    if (isUnfinished(store)) {
                        LOGGER.atWarn()
                                .addKeyValue("task", task.getFileName())
                                .addKeyValue("store", store.getFileName())
                                .log("a store is not whole; the task's state is restored from Kafka");
                        delete(task);
                        break;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUnfinished(Path store) throws IOException {
        if (Files.exists(store.resolve(CURRENT))) {
            return false;
        }
        try (Stream<Path> files = Files.list(store)) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
