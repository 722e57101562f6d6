package org.carillon.schemas.view;

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
import java.util.function.Function;
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
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to the router and waits for its decisions. Safe for threads: one client serves all requests of a process. Every
 * instance reads all decisions, positioned before its first command, so that an answer finds whoever asked.
 *
 * @param <C> commands
 * @param <D> decisions
 */
public final class CommandClient<C, D> implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandClient.class);

    private final Topic<String, C> commands;
    private final Function<D, String> commandOf;
    private final Duration patience;
    private final KafkaProducer<String, C> producer;
    private final KafkaConsumer<String, D> decisions;
    private final Map<String, CompletableFuture<D>> waiting = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    /**
     * Connects; returns when the decisions' position is known.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param commandOf the id of the command that a decision is about
     * @param patience how long {@link #ask} waits for a decision
     * @param name of the thread that reads decisions
     */
    public CommandClient(
            Map<String, String> kafka,
            Topic<String, C> commands,
            Topic<String, D> decided,
            Function<D, String> commandOf,
            Duration patience,
            String name) {
        this.commands = commands;
        this.commandOf = commandOf;
        this.patience = patience;
        producer = new KafkaProducer<>(
                producing(kafka),
                commands.keySerde().serializer(),
                commands.valueSerde().serializer());
        decisions = new KafkaConsumer<>(
                consuming(kafka),
                decided.keySerde().deserializer(),
                decided.valueSerde().deserializer());
        List<TopicPartition> partitions = IntStream.range(0, decided.partitions())
                .mapToObj(p -> new TopicPartition(decided.name(), p))
                .toList();
        decisions.assign(partitions);
        decisions.seekToEnd(partitions);
        partitions.forEach(decisions::position);
        reader = Thread.ofPlatform().name(name).start(this::read);
    }

    /** A producer that answers within seconds, whether Kafka is there or not. */
    private static Map<String, Object> producing(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES);
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
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MAX_MESSAGE_BYTES);
        return config;
    }

    /**
     * Asks the router.
     *
     * @param key of the command's record
     * @param commandId by which the decision is known
     * @return the decision; empty where none came in time, though the command is safe
     * @throws KafkaException where the command was not acknowledged: nothing is decided
     */
    public Optional<D> ask(String key, String commandId, C command) throws InterruptedException {
        CompletableFuture<D> answer = new CompletableFuture<>();
        waiting.put(commandId, answer);
        try {
            producer.send(new ProducerRecord<>(commands.name(), key, command)).get();
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new KafkaException("the command was not acknowledged", e.getCause());
        } finally {
            waiting.remove(commandId);
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

    private void keep(D decision) {
        CompletableFuture<D> answer = waiting.get(commandOf.apply(decision));
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
