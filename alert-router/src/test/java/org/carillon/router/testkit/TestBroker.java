package org.carillon.router.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.carillon.schemas.topic.Topics;

/** A real Kafka in this process, with every topic of the hub. */
public final class TestBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final String bootstrap;

    private TestBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    public static TestBroker start(Path folder) throws Exception {
        int broker = freePort();
        int controller = freePort();
        String bootstrap = "127.0.0.1:" + broker;
        Properties config = new Properties();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        config.put("listeners", "PLAINTEXT://" + bootstrap + ",CONTROLLER://127.0.0.1:" + controller);
        config.put("advertised.listeners", "PLAINTEXT://" + bootstrap);
        config.put("controller.listener.names", "CONTROLLER");
        config.put("log.dirs", folder.toString());
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("group.min.session.timeout.ms", "500");
        config.put("group.coordinator.append.linger.ms", "0");
        config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");
        Formatter formatter = new Formatter();
        formatter
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(false)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString());
        formatter.run();
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(config), Time.SYSTEM);
        server.startup();
        TestBroker started = new TestBroker(server, bootstrap);
        started.createTopics();
        return started;
    }

    /** Client settings to reach it. */
    public Map<String, String> clients() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<NewTopic> topics = Topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1)
                            .configs(topic.spec().config()))
                    .toList();
            admin.createTopics(topics).all().get();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
