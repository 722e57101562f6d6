package org.carillon.channel.push.subscribe;

import java.util.Optional;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;

/** The router, as whoever answers a browser sees it. */
@FunctionalInterface
public interface SubscriptionCommands {
    /**
     * Hands a command over and waits for the decision; empty when it takes too long, though the command will be decided.
     *
     * @throws org.carillon.channel.core.http.HttpProblem 503 where Kafka has not acknowledged the command
     */
    Optional<SubscriptionDecision> ask(SubscriptionCommand command);
}
