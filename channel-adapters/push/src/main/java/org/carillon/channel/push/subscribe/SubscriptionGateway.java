package org.carillon.channel.push.subscribe;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.CommandClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the router about subscriptions, and turns what goes wrong into problems. Safe for threads. */
public final class SubscriptionGateway implements SubscriptionCommands, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SubscriptionGateway.class);
    private static final int COME_BACK = 5;

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
                "push-decisions");
    }

    @Override
    public Optional<SubscriptionDecision> ask(SubscriptionCommand command) {
        try {
            return client.ask(command.id().value(), command.commandId(), command);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOGGER.atWarn()
                    .addKeyValue("cause", cause.getClass().getSimpleName())
                    .log("a subscription command was not acknowledged");
            throw HttpProblem.unavailable(
                    "The hub cannot write just now. Please try again in a few seconds.", COME_BACK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpProblem.unavailable("The hub is stopping. Please try again in a few seconds.", COME_BACK);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
