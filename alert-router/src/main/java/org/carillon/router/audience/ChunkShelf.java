package org.carillon.router.audience;

import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.BatchId;
import org.jspecify.annotations.Nullable;

/** The chunks of a partition, by batch. Numbers run without gaps, so nothing here ever needs a scan. */
final class ChunkShelf {
    private final KeyValueStore<String, byte[]> store;
    private final int partition;

    ChunkShelf(KeyValueStore<String, byte[]> store, int partition) {
        this.store = store;
        this.partition = partition;
    }

    BatchId batchId(AlertId alertId, int chunk) {
        return new BatchId(alertId, partition, chunk);
    }

    @Nullable
    Chunk find(BatchId id) {
        byte[] bytes = store.get(id.path());
        return bytes == null ? null : Chunk.over(bytes);
    }

    /** Keeps a chunk under its batch's {@link BatchId#path()}. */
    void put(String path, Chunk chunk) {
        store.put(path, chunk.toBytes());
    }

    void delete(BatchId id) {
        store.delete(id.path());
    }
}
