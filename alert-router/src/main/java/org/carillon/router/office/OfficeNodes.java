package org.carillon.router.office;

import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/**
 * The part of the topology that decides about accounts. It reads the topics of accounts and stations, too, which it writes itself:
 * the first administrator stands there before there is a router.
 */
public final class OfficeNodes {
    private static final String COMMANDS = "ingest-office-commands";
    private static final String ACCOUNTS = "read-accounts";
    private static final String STATIONS = "ingest-stations";
    static final String DECIDE = "decide-office";

    private OfficeNodes() {}

    /**
     * Adds the nodes.
     *
     * @param accounts the node that reads the topic of accounts, as bytes: a topology may read a topic only once, so these nodes
     *     belong to its sub-topology
     */
    public static void addTo(Topology topology, String accounts) {
        source(topology, COMMANDS, Topics.OFFICE_COMMANDS);
        topology.addProcessor(ACCOUNTS, ReadAccounts::new, accounts);
        source(topology, STATIONS, Topics.STATIONS);
        topology.addProcessor(DECIDE, new DecideOffice(), COMMANDS, ACCOUNTS, STATIONS);
        sink(topology, ReadAccounts.EGRESS_UNREADABLE, Topics.DEAD_LETTERS, ACCOUNTS);
        sink(topology, DecideOffice.EGRESS_DECISIONS, Topics.OFFICE_DECISIONS, DECIDE);
        sink(topology, StoredOffice.EGRESS_ACCOUNTS, Topics.ACCOUNTS, DECIDE);
        sink(topology, StoredOffice.EGRESS_STATIONS, Topics.STATIONS, DECIDE);
        sink(topology, StoredOffice.EGRESS_ACTS, Topics.ADMIN_ACTS, DECIDE);
        sink(topology, StoredOffice.EGRESS_FACTS, Topics.TRANSPARENCY_FACTS, DECIDE);
        sink(topology, StoredOffice.EGRESS_NOTICES, Topics.REPLIES, DECIDE);
    }

    private static <V> void source(Topology topology, String name, Topic<String, V> topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.name());
    }

    private static <V> void sink(Topology topology, String name, Topic<String, V> topic, String from) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                from);
    }
}
