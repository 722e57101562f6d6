package org.carillon.router.audience.index;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.carillon.schemas.audience.AudienceEntryCodec;
import org.carillon.schemas.audience.AudienceEntryView;
import org.jspecify.annotations.Nullable;

/**
 * The audience index as a state store whose changelog is topic {@code carillon.audience} itself. A restore hands over the
 * topic's bytes past every processor (KAFKA-18972), so the bytes of the topic are the bytes of the store.
 */
public final class IndexStore implements StateStore, AudienceIndex {
    private final String name;
    private AudienceIndex index = new MemoryIndex();
    private boolean open;

    public IndexStore(String name) {
        this.name = name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        index = new MemoryIndex();
        open = true;
        BatchingStateRestoreCallback restore = records -> records.forEach(r -> apply(r.key, r.value));
        context.register(root, restore);
    }

    /** Takes one record of the audience topic: an ordinal with its entry, or with nothing when it is to be removed. */
    public void apply(byte[] key, byte @Nullable [] value) {
        int ordinal = ByteBuffer.wrap(key).getInt();
        if (value == null) {
            index.remove(ordinal);
        } else {
            checkVersion(ordinal, value);
            index.put(ordinal, value);
        }
    }

    /** The index never decodes an entry as a whole, so one of another version would be read as something that it is not. */
    private static void checkVersion(int ordinal, byte[] entry) {
        if (entry.length == 0 || entry[0] != AudienceEntryCodec.VERSION) {
            throw new SerializationException("audience entry of ordinal " + ordinal + " has version "
                    + (entry.length == 0 ? "none" : entry[0]) + ", this program reads " + AudienceEntryCodec.VERSION);
        }
    }

    @Override
    public void put(int ordinal, byte[] entry) {
        index.put(ordinal, entry);
    }

    @Override
    public void remove(int ordinal) {
        index.remove(ordinal);
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public boolean read(int ordinal, AudienceEntryView into) {
        return index.read(ordinal, into);
    }

    @Override
    public Walk walk(Criteria criteria, int after) {
        return index.walk(criteria, after);
    }

    @Override
    public void close() {
        index = new MemoryIndex();
        open = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
