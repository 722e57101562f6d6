package org.carillon.ingest.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.CommandClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the router about accounts, and turns what goes wrong into problems. Safe for threads. */
public final class OfficeGateway implements OfficeCommands, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(OfficeGateway.class);

    private final CommandClient<OfficeCommand, OfficeDecision> client;

    /**
     * Connects; returns when the decisions' position is known.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param patience how long {@link #ask} waits for a decision
     */
    public OfficeGateway(Map<String, String> kafka, Duration patience) {
        client = new CommandClient<>(
                kafka,
                Topics.OFFICE_COMMANDS,
                Topics.OFFICE_DECISIONS,
                OfficeDecision::commandId,
                patience,
                "ingest-office-decisions");
    }

    @Override
    public Optional<OfficeDecision> ask(OfficeCommand command) {
        try {
            return client.ask(command.user(), command.commandId(), command);
        } catch (KafkaException e) {
            LOGGER.atWarn()
                    .addKeyValue("command", command.getClass().getSimpleName())
                    .addKeyValue(
                            "cause",
                            (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName())
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
