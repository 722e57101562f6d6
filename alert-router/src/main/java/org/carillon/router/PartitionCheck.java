package org.carillon.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/** Compares the topics that are there with the catalogue: a resident's partition is chosen once and for life. */
final class PartitionCheck {
    private static final long SECONDS = 20;

    private PartitionCheck() {}

    /**
     * Says everything that is wrong.
     *
     * @throws IllegalStateException if Kafka does not answer
     */
    static List<String> problems(Properties client) throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            Map<String, KafkaFuture<TopicDescription>> described = admin.describeTopics(
                            Topics.all().stream().map(Topic::name).toList())
                    .topicNameValues();
            List<String> problems = new ArrayList<>();
            for (Topic<?, ?> topic : Topics.all()) {
                KafkaFuture<TopicDescription> description = described.get(topic.name());
                if (description != null) {
                    check(topic, description, problems);
                }
            }
            return problems;
        }
    }

    private static void check(Topic<?, ?> topic, KafkaFuture<TopicDescription> description, List<String> problems)
            throws InterruptedException {
        try {
            int partitions =
                    description.get(SECONDS, TimeUnit.SECONDS).partitions().size();
            if (partitions != topic.partitions()) {
                problems.add("topic " + topic.name() + " has " + partitions + " partitions, not " + topic.partitions()
                        + ": their number is fixed for life");
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new IllegalStateException("cannot ask Kafka for its topics", e.getCause());
            }
            problems.add("topic " + topic.name() + " is missing");
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer in " + SECONDS + " s", e);
        }
    }
}
