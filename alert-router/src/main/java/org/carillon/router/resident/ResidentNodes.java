package org.carillon.router.resident;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.StoreBuilder;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/** The residents' part of the topology. */
public final class ResidentNodes {
    private static final String RESIDENTS_SOURCE = "ingest-residents";
    private static final String RESIDENTS = "answer-residents";
    private static final String COMMANDS_SOURCE = "ingest-subscription-commands";
    private static final String COMMANDS = "answer-subscription-commands";

    private ResidentNodes() {}

    /** Adds sources, the two processors with the stores that they share, and sinks. */
    public static void addTo(Topology topology, ResidentConfig config) {
        Set<StoreBuilder<?>> stores = StoredResidents.stores();
        source(topology, RESIDENTS_SOURCE, Topics.RESIDENTS_INBOUND);
        topology.addProcessor(RESIDENTS, new AnswerResidents(config, stores), RESIDENTS_SOURCE);
        source(topology, COMMANDS_SOURCE, Topics.SUBSCRIPTION_COMMANDS);
        topology.addProcessor(COMMANDS, new AnswerCommands(config, stores), COMMANDS_SOURCE);
        sink(topology, ResidentEgress.REPLIES, Topics.REPLIES, RESIDENTS, COMMANDS);
        sink(topology, ResidentEgress.DECISIONS, Topics.SUBSCRIPTION_DECISIONS, COMMANDS);
        sink(topology, ResidentEgress.GATE, Topics.GATE, RESIDENTS, COMMANDS);
        sink(topology, ResidentEgress.LEDGER, Topics.LEDGER, RESIDENTS, COMMANDS);
        topology.addSink(
                ResidentEgress.AUDIENCE,
                Topics.AUDIENCE.name(),
                ordinalOf(Topics.AUDIENCE.keySerde().serializer()),
                Topics.AUDIENCE.valueSerde().serializer(),
                ownPartition(),
                RESIDENTS,
                COMMANDS);
    }

    private static <K, V> void source(Topology topology, String name, Topic<K, V> topic) {
        topology.addSource(
                name, topic.keySerde().deserializer(), topic.valueSerde().deserializer(), topic.name());
    }

    private static <K, V> void sink(Topology topology, String name, Topic<K, V> topic, String... parents) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                parents);
    }

    private static Serializer<Recipient> ordinalOf(Serializer<Integer> ordinals) {
        return (topic, recipient) -> ordinals.serialize(topic, recipient.ordinal());
    }

    /** An ordinal means something only in the partition that gave it. */
    private static StreamPartitioner<Recipient, AudienceEntry> ownPartition() {
        return (topic, recipient, entry, partitions) -> Optional.of(Set.of(recipient.partition()));
    }
}
