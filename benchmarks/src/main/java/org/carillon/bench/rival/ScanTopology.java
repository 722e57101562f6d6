package org.carillon.bench.rival;

import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** A store of subscriptions, and a processor that scans it. */
final class ScanTopology {
    static final String STORE = "naive-subscriptions";

    private ScanTopology() {}

    static Topology build() {
        Topology topology = new Topology();
        topology.addReadOnlyStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.Integer(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "ingest-subscriptions",
                new IntegerDeserializer(),
                new ByteArrayDeserializer(),
                Topics.AUDIENCE.name(),
                "keep-subscriptions",
                Keep::new);
        topology.addSource(
                AutoOffsetReset.earliest(),
                "ingest-queries",
                Topics.AUDIENCE_QUERIES.keySerde().deserializer(),
                Topics.AUDIENCE_QUERIES.valueSerde().deserializer(),
                NaiveScan.QUERIES);
        topology.addProcessor("scan-subscriptions", ScanProcessor::new, "ingest-queries");
        topology.connectProcessorAndStateStores("scan-subscriptions", STORE);
        topology.addSink(
                "egress-deliveries",
                NaiveScan.DELIVERIES,
                new StringSerializer(),
                new ByteArraySerializer(),
                (topic, key, value, partitions) -> Optional.empty(),
                "scan-subscriptions");
        return topology;
    }

    /** Puts each into the store. */
    private static final class Keep implements Processor<Integer, byte[], Void, Void> {
        private @Nullable KeyValueStore<Integer, byte[]> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<Integer, byte[]> subscription) {
            if (store != null) {
                store.put(subscription.key(), subscription.value());
            }
        }
    }
}
