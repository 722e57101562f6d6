package org.carillon.router.lifecycle;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Keeps the accounts at hand for whoever has to be told something; the topic itself is the store's changelog. */
final class KeepOfficers implements Processor<String, byte[], Void, Void> {
    static final String OFFICERS = "officers";

    private @Nullable KeyValueStore<String, byte[]> officers;

    static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(OFFICERS), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        officers = context.getStateStore(OFFICERS);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (officers == null) {
            throw new IllegalStateException("init was not called");
        }
        officers.put(record.key(), record.value());
    }
}
