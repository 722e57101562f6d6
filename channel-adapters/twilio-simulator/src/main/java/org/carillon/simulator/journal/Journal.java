package org.carillon.simulator.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.carillon.simulator.message.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only log of entries, one JSON line each. One thread writes: it takes all that waits, writes it in one
 * piece and makes it durable with one {@code fsync}, so that many callers share the cost of the disk.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Journal.class);
    private static final int LARGEST_GROUP = 4096;

    /** A line to write; an empty one ends the writer. */
    private record Line(ByteBuffer bytes, CompletableFuture<Void> done, boolean durable) {
        boolean isLast() {
            return bytes.capacity() == 0;
        }
    }

    private final FileChannel file;
    private final BlockingQueue<Line> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private final Object gate = new Object();
    private boolean closed;

    private Journal(FileChannel file) {
        this.file = file;
        this.writer = Thread.ofPlatform().name("simulator-journal").daemon().unstarted(this::run);
    }

    /**
     * Reads what is there, hands it out in order, cuts off a torn last line and goes on behind it.
     *
     * @throws IOException when the file cannot be used or is damaged before its last line
     */
    public static Journal open(Path path, Consumer<Entry> replay) throws IOException {
        long end = JournalReader.read(path, replay);
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.truncate(end);
        file.position(end);
        Journal journal = new Journal(file);
        journal.writer.start();
        return journal;
    }

    /** Completes, on the writer's thread, once the entry has reached the disk. */
    public CompletableFuture<Void> append(Entry entry) {
        return enqueue(entry, true);
    }

    /** Writes soon, without waiting for the disk; a crash of the machine may lose it. */
    public void appendLazily(Entry entry) {
        var unused = enqueue(entry, false);
    }

    private CompletableFuture<Void> enqueue(Entry entry, boolean durable) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            byte[] bytes = EntryJson.write(entry);
            synchronized (gate) {
                if (closed) {
                    done.completeExceptionally(new IOException("the journal is closed"));
                } else {
                    waiting.add(new Line(ByteBuffer.wrap(bytes), done, durable));
                }
            }
        } catch (JsonProcessingException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    private void run() {
        List<Line> group = new ArrayList<>();
        boolean running = true;
        while (running) {
            group.clear();
            try {
                group.add(waiting.take());
            } catch (InterruptedException e) {
                stopTaking();
            }
            waiting.drainTo(group, LARGEST_GROUP);
            running = !group.removeIf(Line::isLast);
            if (!group.isEmpty() && !write(group)) {
                return;
            }
        }
    }

    private boolean write(List<Line> group) {
        try {
            ByteBuffer bytes = joined(group);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            if (group.stream().anyMatch(Line::durable)) {
                file.force(false);
            }
        } catch (IOException e) {
            // Half a line may be in the file now: nothing may follow it.
            LOGGER.atError().setCause(e).log("journal cannot be written, nothing more is accepted");
            stopTaking();
            waiting.drainTo(group);
            group.forEach(line -> line.done().completeExceptionally(e));
            return false;
        }
        group.forEach(line -> line.done().complete(null));
        return true;
    }

    private static ByteBuffer joined(List<Line> group) {
        int length =
                group.stream().mapToInt(line -> line.bytes().capacity() + 1).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (Line line : group) {
            all.put(line.bytes()).put((byte) '\n');
        }
        return all.flip();
    }

    private void stopTaking() {
        synchronized (gate) {
            if (!closed) {
                closed = true;
                waiting.add(new Line(ByteBuffer.allocate(0), new CompletableFuture<>(), false));
            }
        }
    }

    /** Writes what waits, then lets go of the file; blocks meanwhile. */
    @Override
    public void close() throws IOException {
        stopTaking();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (file.isOpen()) {
            file.force(true);
            file.close();
        }
    }
}
