package org.carillon.hub.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The hub's data folder, held by one process at a time.
 *
 * <p>The operating system lets go of the lock however the process ends, {@code kill -9} included.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK_FILE = "lock";
    private static final String OWNER_FILE = "lock.pid";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing and takes it for this process.
     *
     * @throws DataFolderException with the reason, when it cannot be written or another process holds it
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new DataFolderException("data folder " + path + " is a file", e);
        } catch (IOException e) {
            throw new DataFolderException("data folder " + path + " cannot be made: " + reason(e), e);
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DataFolderException("data folder " + path + " cannot be written: " + reason(e), e);
        }
        try {
            lock(path, channel);
            Files.writeString(
                    path.resolve(OWNER_FILE),
                    Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new DataFolderException("data folder " + path + " cannot be locked: " + reason(e), e);
        } catch (DataFolderException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw DataFolderException.heldBy(owner(path), path);
        }
    }

    private static String owner(Path path) {
        try {
            return Files.readString(path.resolve(OWNER_FILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(unknown)";
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ", " + e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock is gone with the process at the latest.
        }
    }
}
