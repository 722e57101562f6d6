package org.carillon.hub.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's settings for one broker that is alone and shares its process with the hub. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    /** Nobody but the broker itself speaks to its controller. */
    static final String LOOPBACK = "127.0.0.1";

    private BrokerSettings() {}

    static Map<String, String> of(Path log, String host, BrokerPorts ports) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(place(log, host, ports));
        settings.putAll(alone());
        settings.putAll(small());
        settings.putAll(prompt());
        return settings;
    }

    /** The controller without its broker. */
    static Map<String, String> controllerAlone(Path log, BrokerPorts ports) {
        return Map.of(
                "process.roles",
                "controller",
                "node.id",
                Integer.toString(NODE_ID),
                "log.dirs",
                log.toString(),
                "listeners",
                CONTROLLER + "://" + LOOPBACK + ":" + ports.controller(),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE_ID + "@" + LOOPBACK + ":" + ports.controller(),
                "metric.reporters",
                "");
    }

    private static Map<String, String> place(Path log, String host, BrokerPorts ports) {
        String clients = "PLAINTEXT://" + host + ":" + ports.clients();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "log.dirs",
                log.toString(),
                "listeners",
                clients + "," + CONTROLLER + "://" + LOOPBACK + ":" + ports.controller(),
                "advertised.listeners",
                clients,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE_ID + "@" + LOOPBACK + ":" + ports.controller());
    }

    private static Map<String, String> alone() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "auto.create.topics.enable", "false",
                // Batches of a large fan-out and CAP documents of 2 MiB with their renditions.
                "message.max.bytes", Integer.toString(8 << 20),
                // A hub that was switched off for a season goes on where it was.
                "offsets.retention.minutes", Integer.toString(366 * 24 * 60));
    }

    private static Map<String, String> small() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "group.coordinator.threads", "1",
                "log.cleaner.enable", "true",
                "log.cleaner.threads", "1",
                "log.cleaner.dedupe.buffer.size", Integer.toString(32 << 20),
                "metric.reporters", "");
    }

    private static Map<String, String> prompt() {
        return Map.of(
                // A busy machine may hold up heartbeats; there is nobody to hand its partitions to.
                "broker.session.timeout.ms", "60000",
                "broker.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000",
                // A router that commits often meets its own last transaction, whose markers are written in a
                // millisecond.
                "add.partitions.to.txn.retry.backoff.ms", "1",
                // The transactions of a killed owner end within a second of their timeout.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }
}
