package org.carillon.ingest.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.CommandClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the router about alerts, and turns what goes wrong into problems. Safe for threads. */
public final class CommandGateway implements Commands, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandGateway.class);

    private final CommandClient<AlertCommand, Decision> client;

    /**
     * Connects; returns when the decisions' position is known.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param patience how long {@link #ask} waits for a decision
     */
    public CommandGateway(Map<String, String> kafka, Duration patience) {
        client = new CommandClient<>(
                kafka, Topics.ALERT_COMMANDS, Topics.DECISIONS, Decision::commandId, patience, "ingest-decisions");
    }

    @Override
    public Optional<Decision> ask(AlertCommand command) {
        try {
            return client.ask(command.alertId().value(), command.commandId(), command);
        } catch (KafkaException e) {
            LOGGER.atWarn()
                    .addKeyValue("alertId", command.alertId())
                    .addKeyValue("cause", String.valueOf(e.getCause() == null ? e : e.getCause()))
                    .log("command was not acknowledged");
            throw ProblemException.unavailable(
                    "Kafka did not acknowledge the command. Nothing was decided; send the same again in a few seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The hub is stopping. Send the same again in a few seconds.");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
