package org.carillon.ingest.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to the router and waits for its decisions. Safe for threads: one gateway serves all requests of a process.
 * Every instance reads all decisions, positioned before its first command, so that an answer finds whoever asked.
 */
public final class CommandGateway implements Commands, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandGateway.class);

    private final KafkaProducer<String, AlertCommand> producer;
    private final KafkaConsumer<String, Decision> decisions;
    private final Map<String, CompletableFuture<Decision>> waiting = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Thread reader;
    private volatile boolean closed;

    /**
     * Connects; returns when the decisions' position is known.
     *
     * @param patience how long {@link #ask} waits for a decision
     */
    public CommandGateway(KafkaSettings kafka, Duration patience) {
        this.patience = patience;
        producer = kafka.producer(Topics.ALERT_COMMANDS);
        decisions = kafka.consumer(Topics.DECISIONS);
        List<TopicPartition> partitions = kafka.partitions(Topics.DECISIONS);
        decisions.assign(partitions);
        decisions.seekToEnd(partitions);
        partitions.forEach(decisions::position);
        reader = Thread.ofPlatform().name("ingest-decisions").start(this::read);
    }

    @Override
    public Optional<Decision> ask(AlertCommand command) {
        CompletableFuture<Decision> answer = new CompletableFuture<>();
        waiting.put(command.commandId(), answer);
        try {
            producer.send(new ProducerRecord<>(
                            Topics.ALERT_COMMANDS.name(), command.alertId().value(), command))
                    .get();
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException | KafkaException e) {
            LOGGER.atWarn()
                    .addKeyValue("alertId", command.alertId())
                    .addKeyValue("cause", String.valueOf(e.getCause() == null ? e : e.getCause()))
                    .log("command was not acknowledged");
            throw ProblemException.unavailable(
                    "Kafka did not acknowledge the command. Nothing was decided; send the same again in a few seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The hub is stopping. Send the same again in a few seconds.");
        } finally {
            waiting.remove(command.commandId());
        }
    }

    private void read() {
        while (!closed) {
            try {
                decisions.poll(Duration.ofMillis(500)).forEach(record -> {
                    CompletableFuture<Decision> answer = waiting.get(record.key());
                    if (answer != null) {
                        answer.complete(record.value());
                    }
                });
            } catch (WakeupException e) {
                // close() asked for it
            } catch (RecordDeserializationException e) {
                LOGGER.atError().addKeyValue("offset", e.offset()).log("a decision cannot be read and is passed over");
                decisions.seek(e.topicPartition(), e.offset() + 1);
            } catch (KafkaException e) {
                LOGGER.atWarn().addKeyValue("cause", e.toString()).log("decisions cannot be read just now");
            }
        }
        decisions.close(CloseOptions.timeout(Duration.ofSeconds(1)));
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
