package org.carillon.simulator.journal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import org.carillon.simulator.message.Entry;
import org.carillon.simulator.message.MessageBook;

/**
 * The messages together with the journal that makes them last. After {@link #open} everything is called from one event
 * loop, except {@link #close}.
 */
public final class Memory implements AutoCloseable {
    private final MessageBook book;
    private final Journal journal;

    private Memory(MessageBook book, Journal journal) {
        this.book = book;
        this.journal = journal;
    }

    /** Remembers what the folder holds; blocks while it reads. */
    public static Memory open(Path folder) throws IOException {
        MessageBook book = new MessageBook();
        return new Memory(book, Journal.open(folder.resolve("messages.log"), book::apply));
    }

    /** What is remembered. */
    public MessageBook book() {
        return book;
    }

    /** First on disk, then in the book, then the future succeeds on the given context. */
    public Future<Void> remember(Entry entry, Context context) {
        // Not onSuccess: a listener added by the caller could run before one added here.
        return Future.fromCompletionStage(journal.append(entry), context).compose(done -> {
            book.apply(entry);
            return Future.succeededFuture();
        });
    }

    /** In the book at once; on disk soon. */
    public void note(Entry entry) {
        show(entry);
        keep(entry);
    }

    /** In the book only: after a crash it has not happened. */
    public void show(Entry entry) {
        book.apply(entry);
    }

    /** On disk only, soon: completes what {@link #show} began. */
    public void keep(Entry entry) {
        journal.appendLazily(entry);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
