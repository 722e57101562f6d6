package org.carillon.router.transparency;

import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogFact;

/** The whole topology of the public log; starts nothing. */
final class TransparencyTopology {
    private static final String SOURCE = "ingest-transparency-facts";
    private static final String PROCESSOR = "append-entries";
    private static final String SINK = "egress-transparency-log";

    private TransparencyTopology() {}

    static Topology build(KafkaSettings kafka, EntryWriter writer, List<LogFact.Setting> policy) {
        Topology topology = new Topology(new TopologyConfig(new StreamsConfig(StreamsSettings.ofTransparency(kafka))));
        topology.addSource(
                SOURCE,
                Topics.TRANSPARENCY_FACTS.keySerde().deserializer(),
                Topics.TRANSPARENCY_FACTS.valueSerde().deserializer(),
                Topics.TRANSPARENCY_FACTS.name());
        topology.addProcessor(PROCESSOR, new AppendEntries(writer, policy), SOURCE);
        // The bytes that were hashed are the bytes that are written: nothing makes JSON of an entry a second time.
        topology.addSink(
                SINK,
                Topics.TRANSPARENCY_LOG.name(),
                Topics.TRANSPARENCY_LOG.keySerde().serializer(),
                new ByteArraySerializer(),
                PROCESSOR);
        return topology;
    }
}
