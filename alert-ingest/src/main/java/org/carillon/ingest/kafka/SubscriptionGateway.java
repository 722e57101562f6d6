package org.carillon.ingest.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.CommandClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the router about numbers of a city's list. Safe for threads. A command's key is the number's contact id, as that of the number's
 * own messages: so it comes to the task that knows the number.
 */
public final class SubscriptionGateway implements SubscriptionCommands, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SubscriptionGateway.class);

    private final CommandClient<SubscriptionCommand, SubscriptionDecision> client;

    /**
     * Connects; returns when the decisions' position is known.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param patience how long {@link #ask} waits for a decision
     */
    public SubscriptionGateway(Map<String, String> kafka, Duration patience) {
        client = new CommandClient<>(
                kafka,
                Topics.SUBSCRIPTION_COMMANDS,
                Topics.SUBSCRIPTION_DECISIONS,
                SubscriptionDecision::commandId,
                patience,
                "ingest-subscription-decisions");
    }

    @Override
    public Optional<SubscriptionDecision> ask(SubscriptionCommand.Declare command) {
        try {
            return client.ask(command.contactId().value(), command.commandId(), command);
        } catch (KafkaException e) {
            LOGGER.atWarn()
                    .addKeyValue(
                            "cause",
                            (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName())
                    .log("a number of a list was not acknowledged");
            throw ProblemException.unavailable(
                    "Kafka did not acknowledge every line. Send the same list again in a few seconds: nobody is taken in twice.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The hub is stopping. Send the same list again in a minute.");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
