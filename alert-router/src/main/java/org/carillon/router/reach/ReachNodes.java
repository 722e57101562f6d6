package org.carillon.router.reach;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.carillon.schemas.topic.Topics;

/**
 * The part of the topology that adds partial reach and stations' reports up: one task, for a dozen alerts a day with sixteen shares
 * each.
 */
public final class ReachNodes {
    static final String PARTIALS = "reach-partials-latest";
    static final String UNREPORTED = "reach-unreported";
    static final String STATIONS = "reach-stations";
    static final Duration REPORT_EVERY = Duration.ofMillis(100);

    private static final String INGEST = "ingest-reach-partials";
    private static final String INGEST_STATIONS = "ingest-station-reports";
    private static final String ADD = "add-reach";
    private static final String EGRESS = "egress-reach";

    private ReachNodes() {}

    /** Adds the nodes; they share nothing with other nodes of the topology but topics. */
    public static void addTo(Topology topology) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                INGEST,
                Topics.REACH_PARTIALS.keySerde().deserializer(),
                Topics.REACH_PARTIALS.valueSerde().deserializer(),
                Topics.REACH_PARTIALS.name());
        topology.addSource(
                AutoOffsetReset.earliest(),
                INGEST_STATIONS,
                Topics.STATION_REPORTS.keySerde().deserializer(),
                Topics.STATION_REPORTS.valueSerde().deserializer(),
                Topics.STATION_REPORTS.name());
        topology.addProcessor(ADD, ReachProcessor::new, INGEST, INGEST_STATIONS);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STATIONS), Serdes.String(), Serdes.ByteArray()),
                ADD);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PARTIALS),
                        Topics.REACH_PARTIALS.keySerde(),
                        Topics.REACH_PARTIALS.valueSerde()),
                ADD);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(UNREPORTED), Serdes.String(), Serdes.ByteArray()),
                ADD);
        topology.addSink(
                EGRESS,
                Topics.REACH.name(),
                Topics.REACH.keySerde().serializer(),
                Topics.REACH.valueSerde().serializer(),
                ADD);
    }
}
