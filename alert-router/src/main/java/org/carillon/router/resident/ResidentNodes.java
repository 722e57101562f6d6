package org.carillon.router.resident;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/** The residents' part of the topology. */
public final class ResidentNodes {
    private static final String SOURCE = "ingest-residents";
    private static final String PROCESSOR = "answer-residents";

    private ResidentNodes() {}

    /** Adds source, processor with its stores, and sinks. */
    public static void addTo(Topology topology, ResidentConfig config) {
        topology.addSource(
                SOURCE,
                Topics.RESIDENTS_INBOUND.keySerde().deserializer(),
                Topics.RESIDENTS_INBOUND.valueSerde().deserializer(),
                Topics.RESIDENTS_INBOUND.name());
        topology.addProcessor(PROCESSOR, new AnswerResidents(config), SOURCE);
        sink(topology, AnswerResidents.REPLIES, Topics.REPLIES);
        sink(topology, AnswerResidents.GATE, Topics.GATE);
        topology.addSink(
                AnswerResidents.AUDIENCE,
                Topics.AUDIENCE.name(),
                ordinalOf(Topics.AUDIENCE.keySerde().serializer()),
                Topics.AUDIENCE.valueSerde().serializer(),
                ownPartition(),
                PROCESSOR);
    }

    private static <K, V> void sink(Topology topology, String name, Topic<K, V> topic) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                PROCESSOR);
    }

    private static Serializer<Recipient> ordinalOf(Serializer<Integer> ordinals) {
        return (topic, recipient) -> ordinals.serialize(topic, recipient.ordinal());
    }

    /** An ordinal means something only in the partition that gave it. */
    private static StreamPartitioner<Recipient, AudienceEntry> ownPartition() {
        return (topic, recipient, entry, partitions) -> Optional.of(Set.of(recipient.partition()));
    }
}
