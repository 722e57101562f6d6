package org.carillon.channel.push.subscribe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to the router and waits for its decisions. Safe for threads. Every instance reads all decisions, positioned before
 * its first command, so that an answer finds whoever asked.
 */
public final class SubscriptionGateway implements SubscriptionCommands, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SubscriptionGateway.class);
    private static final int COME_BACK = 5;

    private final KafkaProducer<String, SubscriptionCommand> producer;
    private final KafkaConsumer<String, SubscriptionDecision> decisions;
    private final Map<String, CompletableFuture<SubscriptionDecision>> waiting = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Thread reader;
    private volatile boolean closed;

    /**
     * Connects; returns when the decisions' position is known.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param patience how long {@link #ask} waits for a decision
     */
    public SubscriptionGateway(Map<String, String> kafka, Duration patience) {
        this.patience = patience;
        producer = new KafkaProducer<>(
                producing(kafka),
                Topics.SUBSCRIPTION_COMMANDS.keySerde().serializer(),
                Topics.SUBSCRIPTION_COMMANDS.valueSerde().serializer());
        decisions = new KafkaConsumer<>(
                consuming(kafka),
                Topics.SUBSCRIPTION_DECISIONS.keySerde().deserializer(),
                Topics.SUBSCRIPTION_DECISIONS.valueSerde().deserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topics.SUBSCRIPTION_DECISIONS.partitions())
                .mapToObj(p -> new TopicPartition(Topics.SUBSCRIPTION_DECISIONS.name(), p))
                .toList();
        decisions.assign(partitions);
        decisions.seekToEnd(partitions);
        partitions.forEach(decisions::position);
        reader = Thread.ofPlatform().name("push-decisions").start(this::read);
    }

    private static Map<String, Object> producing(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "3000");
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "3000");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "4000");
        return config;
    }

    private static Map<String, Object> consuming(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    @Override
    public Optional<SubscriptionDecision> ask(SubscriptionCommand command) {
        CompletableFuture<SubscriptionDecision> answer = new CompletableFuture<>();
        waiting.put(command.commandId(), answer);
        try {
            producer.send(new ProducerRecord<>(
                            Topics.SUBSCRIPTION_COMMANDS.name(), command.id().value(), command))
                    .get();
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOGGER.atWarn()
                    .addKeyValue("cause", cause.getClass().getSimpleName())
                    .log("a subscription command was not acknowledged");
            throw HttpProblem.unavailable(
                    "The hub cannot write just now. Please try again in a few seconds.", COME_BACK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpProblem.unavailable("The hub is stopping. Please try again in a few seconds.", COME_BACK);
        } finally {
            waiting.remove(command.commandId());
        }
    }

    private void read() {
        while (!closed) {
            try {
                decisions.poll(Duration.ofMillis(500)).forEach(record -> keep(record.value()));
            } catch (WakeupException e) {
                // close() asked for it
            } catch (RecordDeserializationException e) {
                LOGGER.atError().addKeyValue("offset", e.offset()).log("a decision cannot be read and is passed over");
                decisions.seek(e.topicPartition(), e.offset() + 1);
            } catch (KafkaException e) {
                LOGGER.atWarn()
                        .addKeyValue("cause", e.getClass().getSimpleName())
                        .log("decisions cannot be read just now");
            }
        }
        decisions.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private void keep(SubscriptionDecision decision) {
        CompletableFuture<SubscriptionDecision> answer = waiting.get(decision.commandId());
        if (answer != null) {
            answer.complete(decision);
        }
    }

    @Override
    public void close() {
        closed = true;
        decisions.wakeup();
        try {
            reader.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(2));
    }
}
