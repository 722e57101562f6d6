package org.carillon.schemas.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** The ring's folder: closed to everyone else, written so that a power cut leaves the old file or the new one. */
final class RingFolder {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    // Of the whole process, because file locks are: a second one of the same process would be refused, not wait.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path path;

    RingFolder(Path path) {
        this.path = path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** The names of all files. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    void create() throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(path)) {
            try {
                Files.createDirectory(path, attributes(parent == null ? path : parent, "rwx------"));
            } catch (FileAlreadyExistsException e) {
                requireClosed(); // another service of the same start was quicker
            }
        }
    }

    /** Refuses a folder that every user of the machine can look into. */
    void requireClosed() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new KeyRingException(path + " is not a folder: name another with --keys, or move the file away");
        }
        if (hasPosix(path)) {
            for (PosixFilePermission permission : Files.getPosixFilePermissions(path)) {
                if (OTHERS.contains(permission)) {
                    throw new KeyRingException(
                            "the key ring " + path + " is open to every user of this machine: chmod 700 " + path);
                }
            }
        }
    }

    void write(String name, byte[] content) throws IOException {
        Path target = file(name);
        Path temporary = file("." + name + ".new");
        Files.deleteIfExists(temporary);
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, attributes(path, "rw-------"))) {
            writeAll(channel, content);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    /** Overwrites the file before it goes, for disks that write in place; its copies are gone when backups expire. */
    void wipe(String name) throws IOException {
        Path target = file(name);
        if (Files.exists(target)) {
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                writeAll(channel, new byte[(int) channel.size()]);
            }
            Files.delete(target);
            syncFolder();
        }
    }

    /**
     * Makes a change while nobody else does, neither another service nor another thread: two that start together make
     * one ring.
     */
    void change(Change change) throws IOException {
        locked(() -> {
            change.run();
            return this;
        });
    }

    /** As {@link #change}, with what came of it. */
    <T> T locked(Work<T> work) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        THREADS.lock();
        try (FileChannel processes = FileChannel.open(file("lock"), options, attributes(path, "rw-------"))) {
            processes.lock();
            return work.run();
        } finally {
            THREADS.unlock();
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Change {
        void run() throws IOException;
    }

    /** What is done under the lock, and gives something. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    private void syncFolder() throws IOException {
        if (hasPosix(path)) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path where, String permissions) throws IOException {
        return hasPosix(where)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosix(Path where) throws IOException {
        FileStore store = Files.getFileStore(where);
        return store.supportsFileAttributeView(PosixFileAttributeView.class);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
