package org.carillon.router.audience;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;
import org.carillon.router.audience.index.IndexStoreBuilder;
import org.carillon.router.audience.index.IndexUpdater;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/**
 * The part of the topology that fans alerts out, one task per audience partition: subscriptions, queries and receipts in,
 * batches and partial reach out.
 */
public final class AudienceNodes {
    static final String INDEX = "audience-index";
    static final String RUNS = "audience-runs";
    static final String CHUNKS = "audience-chunks";
    static final String UNREPORTED = "audience-unreported";
    static final String COUNTS = "audience-counts";
    static final String EGRESS_ESTIMATES = "egress-audience-estimates";
    static final String EGRESS_PARTIALS = "egress-reach-partials";
    static final Duration TIDY_EVERY = Duration.ofSeconds(1);

    private static final String INGEST_AUDIENCE = "ingest-audience";
    private static final String INGEST_QUERIES = "ingest-audience-queries";
    private static final String INGEST_RECEIPTS = "ingest-receipts";
    private static final String INDEX_AUDIENCE = "index-audience";
    private static final String CUT_AUDIENCE = "cut-audience";

    private AudienceNodes() {}

    /**
     * Adds the nodes; they share nothing with other nodes of the topology but topics.
     *
     * @param turns to be told of each thread's polls by {@link PacedClients}
     */
    public static void addTo(Topology topology, AudienceConfig config, ThreadTurns turns) {
        topology.addReadOnlyStateStore(
                new IndexStoreBuilder(INDEX),
                INGEST_AUDIENCE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.AUDIENCE.name(),
                INDEX_AUDIENCE,
                () -> new IndexUpdater(INDEX));
        addSource(topology, INGEST_QUERIES, Topics.AUDIENCE_QUERIES);
        topology.addSource(
                AutoOffsetReset.earliest(),
                INGEST_RECEIPTS,
                new ReceiptsLast(),
                Topics.RECEIPTS.keySerde().deserializer(),
                Topics.RECEIPTS.valueSerde().deserializer(),
                Topics.RECEIPTS.name());
        CityPlaces places = new CityPlaces(config);
        topology.addProcessor(
                CUT_AUDIENCE, () -> new AudienceProcessor(config, places, turns), INGEST_QUERIES, INGEST_RECEIPTS);
        addStores(topology);
        for (ContactChannel channel : ContactChannel.values()) {
            for (Lane lane : Lane.values()) {
                addBatchSink(topology, channel, lane);
            }
        }
        addSink(topology, EGRESS_PARTIALS, Topics.REACH_PARTIALS);
        addSink(topology, EGRESS_ESTIMATES, Topics.AUDIENCE_ESTIMATES);
    }

    /** The sink of one channel's batches in one lane. */
    static String egress(ContactChannel channel, Lane lane) {
        boolean urgent = lane == Lane.URGENT;
        return switch (channel) {
            case SMS -> urgent ? "egress-sms-urgent" : "egress-sms-routine";
            case PUSH -> urgent ? "egress-push-urgent" : "egress-push-routine";
        };
    }

    private static void addSource(Topology topology, String name, Topic<?, ?> topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.name());
    }

    private static <K, V> void addSink(Topology topology, String name, Topic<K, V> topic) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                CUT_AUDIENCE);
    }

    private static void addStores(Topology topology) {
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(RUNS), Serdes.String(), Json.serde(Run.class)),
                CUT_AUDIENCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CHUNKS), Serdes.String(), Serdes.ByteArray()),
                CUT_AUDIENCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(UNREPORTED), Serdes.String(), Serdes.ByteArray()),
                CUT_AUDIENCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(COUNTS), Serdes.String(), Json.serde(AudienceQuery.Count.class)),
                CUT_AUDIENCE);
        topology.connectProcessorAndStateStores(CUT_AUDIENCE, INDEX);
    }

    /** Batches are encoded where they are cut and stay in their own partition. */
    private static void addBatchSink(Topology topology, ContactChannel channel, Lane lane) {
        StreamPartitioner<String, byte[]> own =
                (topic, key, batch, partitions) -> Optional.of(Set.of(partitionOf(key)));
        topology.addSink(
                egress(channel, lane),
                Topics.batches(channel, lane).name(),
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer(),
                own,
                CUT_AUDIENCE);
    }

    /** The middle of {@link BatchId#path()}; to parse the whole of it would cost more than to encode a recipient. */
    private static int partitionOf(String batchId) {
        int start = batchId.indexOf('.') + 1;
        return Integer.parseInt(batchId, start, batchId.indexOf('.', start), 10);
    }
}
