package org.carillon.hub.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.carillon.schemas.topic.TopicSpec;

/** Makes the topics of the catalogue, and refuses those that are there with another number of partitions. */
public final class TopicAdmin {
    private static final long PATIENCE_SECONDS = 30;

    private TopicAdmin() {}

    /**
     * Makes what is missing, with the cluster's own replication factor, and checks what is there. Returns
     * when every partition is led.
     *
     * @throws TopicMismatchException naming every topic with another number of partitions than the catalogue says
     * @throws KafkaUnavailableException when the cluster does not answer or refuses
     */
    public static void ensure(Admin admin, Collection<TopicSpec> specs) {
        Map<String, TopicSpec> wanted = specs.stream().collect(Collectors.toMap(TopicSpec::name, Function.identity()));
        Map<String, KafkaFuture<TopicDescription>> described =
                admin.describeTopics(wanted.keySet()).topicNameValues();
        List<NewTopic> missing = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (TopicSpec spec : wanted.values()) {
            int partitions = partitions(described, spec);
            if (partitions == 0) {
                missing.add(new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
                        .configs(spec.config()));
            } else if (partitions != spec.partitions()) {
                wrong.add("topic " + spec.name() + " has " + partitions + " partitions, not " + spec.partitions());
            }
        }
        if (!wrong.isEmpty()) {
            throw new TopicMismatchException(wrong.stream().sorted().toList());
        }
        create(admin, missing);
        Leaders.await(admin, specs);
    }

    private static int partitions(Map<String, KafkaFuture<TopicDescription>> described, TopicSpec spec) {
        KafkaFuture<TopicDescription> future = described.get(spec.name());
        if (future == null) {
            return 0;
        }
        try {
            return await(future).partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new KafkaUnavailableException("topic " + spec.name() + " cannot be read", e);
        }
    }

    private static void create(Admin admin, List<NewTopic> topics) {
        for (Map.Entry<String, KafkaFuture<Void>> made :
                admin.createTopics(topics).values().entrySet()) {
            try {
                await(made.getValue());
            } catch (ExecutionException e) {
                // Another process of the same hub was faster.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaUnavailableException("topic " + made.getKey() + " cannot be made", e);
                }
            }
        }
    }

    private static <T> T await(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new KafkaUnavailableException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("interrupted while waiting for Kafka", e);
        }
    }
}
