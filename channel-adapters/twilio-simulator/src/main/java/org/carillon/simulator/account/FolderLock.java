package org.carillon.simulator.account;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second simulator out of a data folder; the operating system lets go of it when the process dies. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the folder.
     *
     * @throws IOException when another simulator holds it
     */
    public static FolderLock take(Path folder) throws IOException {
        Path path = folder.resolve("lock");
        PrivateFiles.createIfMissing(path);
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            throw new IOException("another simulator is using " + folder);
        }
        return new FolderLock(file);
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
