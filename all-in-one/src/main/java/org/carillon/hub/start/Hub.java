package org.carillon.hub.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.data.DataFolder;
import org.carillon.hub.kafka.EmbeddedKafka;
import org.carillon.hub.kafka.TopicAdmin;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs in one process, started in the order in which it is needed and stopped in the reverse. */
public final class Hub implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Hub.class);

    private final Deque<Part> started = new ArrayDeque<>();

    private Hub() {}

    /** Starts all parts; where one fails, stops those that are up. */
    public static Hub start(HubConfig config) {
        Hub hub = new Hub();
        try {
            hub.startAll(config);
            return hub;
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    /** What runs here, the last started first. */
    public List<String> parts() {
        return started.stream().map(Part::name).toList();
    }

    /** Stops all parts; one that fails does not keep the others from stopping. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            Part part = started.pop();
            try {
                part.running().close();
            } catch (Exception e) {
                LOGGER.atError().addKeyValue("part", part.name()).setCause(e).log("part did not stop in good order");
            }
        }
    }

    private void startAll(HubConfig config) {
        String bootstrap = kafka(config);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicAdmin.ensure(admin, Topics.all().stream().map(Topic::spec).toList());
        }
    }

    private String kafka(HubConfig config) {
        if (!config.kafka().isEmbedded()) {
            return Objects.requireNonNull(config.kafka().bootstrap());
        }
        DataFolder data = add("data folder", DataFolder.open(config.data()));
        EmbeddedKafka kafka = add(
                "kafka",
                EmbeddedKafka.start(data.path().resolve("kafka"), config.kafka().embedded()));
        return kafka.bootstrap();
    }

    private <T extends AutoCloseable> T add(String name, T running) {
        started.push(new Part(name, running));
        return running;
    }

    private record Part(String name, AutoCloseable running) {}
}
