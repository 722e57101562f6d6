package org.carillon.router.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How the router uses its Kafka.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param stateDir folder of the state stores; belongs to one instance
 * @param instanceId stable name of this instance among those of the router, so that a restart moves no task
 * @param threads stream threads
 * @param replicationFactor of the changelogs; -1 for the broker's default
 * @param poll how long a thread that has nothing to cut waits for records before it looks at its timers again
 * @param transactionTimeout after which the broker gives up a transaction of an instance that died; also the longest
 *     stall of its readers
 * @param client further properties of every Kafka client, such as security
 */
public record KafkaSettings(
        String bootstrapServers,
        Path stateDir,
        String instanceId,
        int threads,
        int replicationFactor,
        Duration poll,
        Duration transactionTimeout,
        Map<String, String> client) {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(8);

    public KafkaSettings {
        Objects.requireNonNull(bootstrapServers, "bootstrapServers");
        Objects.requireNonNull(stateDir, "stateDir");
        Objects.requireNonNull(instanceId, "instanceId");
        client = Map.copyOf(client);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more");
        }
    }

    /** Whether there is one instance only: where there is one broker, nobody could take its work over. */
    public boolean alone() {
        return replicationFactor == 1;
    }

    /** One instance with two threads, as on the embedded broker. */
    public static KafkaSettings embedded(String bootstrapServers, Path stateDir) {
        return new KafkaSettings(bootstrapServers, stateDir, "router-0", 2, 1, POLL, TRANSACTION_TIMEOUT, Map.of());
    }

    /**
     * One of several instances on a cluster, with the cluster's own replication.
     *
     * @param client properties of every client, {@code bootstrap.servers} among them
     */
    public static KafkaSettings cluster(Map<String, String> client, Path stateDir, String instanceId) {
        return new KafkaSettings(
                Objects.requireNonNull(client.get("bootstrap.servers"), "bootstrap.servers"),
                stateDir,
                instanceId,
                2,
                -1,
                POLL,
                TRANSACTION_TIMEOUT,
                client);
    }
}
