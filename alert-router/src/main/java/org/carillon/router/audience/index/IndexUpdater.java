package org.carillon.router.audience.index;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the index up to date once it is restored: does to each new record what the restore did to the old ones. */
public final class IndexUpdater implements Processor<byte[], byte[], Void, Void> {
    private final String storeName;
    private @Nullable IndexStore store;

    public IndexUpdater(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], byte[]> change) {
        Objects.requireNonNull(store, "init not called").apply(change.key(), change.value());
    }
}
