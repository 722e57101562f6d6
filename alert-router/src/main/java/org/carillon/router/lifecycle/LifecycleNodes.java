package org.carillon.router.lifecycle;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/** The life cycle's part of the topology. */
public final class LifecycleNodes {
    private static final String SOURCE = "ingest-alert-commands";
    private static final String PROCESSOR = "decide-alerts";
    /** The node that reads the topic of accounts, as bytes. */
    public static final String ACCOUNTS_SOURCE = "ingest-accounts";

    private static final String OFFICERS = "keep-officers";

    private LifecycleNodes() {}

    /** Adds source, processor with its stores, and sinks. */
    public static void addTo(Topology topology, LifecyclePolicy policy) {
        topology.addSource(
                SOURCE,
                Topics.ALERT_COMMANDS.keySerde().deserializer(),
                Topics.ALERT_COMMANDS.valueSerde().deserializer(),
                Topics.ALERT_COMMANDS.name());
        topology.addProcessor(PROCESSOR, new DecideAlerts(policy), SOURCE);
        topology.addReadOnlyStateStore(
                KeepOfficers.store(),
                ACCOUNTS_SOURCE,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.ACCOUNTS.name(),
                OFFICERS,
                KeepOfficers::new);
        topology.connectProcessorAndStateStores(PROCESSOR, KeepOfficers.OFFICERS);
        sink(topology, Egress.DECISIONS, Topics.DECISIONS);
        sink(topology, Egress.ALERTS, Topics.ALERTS);
        sink(topology, Egress.HISTORY, Topics.ALERT_HISTORY);
        sink(topology, Egress.RENDITIONS, Topics.RENDITIONS);
        sink(topology, Egress.DOCUMENTS, Topics.CAP_DOCUMENTS);
        sink(topology, Egress.GATE, Topics.GATE);
        sink(topology, Egress.FACTS, Topics.TRANSPARENCY_FACTS);
        sink(topology, Egress.NOTICES, Topics.REPLIES);
        topology.addSink(
                Egress.QUERIES,
                Topics.AUDIENCE_QUERIES.name(),
                Topics.AUDIENCE_QUERIES.keySerde().serializer(),
                Topics.AUDIENCE_QUERIES.valueSerde().serializer(),
                everywhere(),
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

    private static <K, V> StreamPartitioner<K, V> everywhere() {
        return (topic, key, value, partitions) -> Optional.of(all(partitions));
    }

    private static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
    }
}
