package org.carillon.ingest.kafka;

import java.util.Optional;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;

/** The way to who keeps the subscriptions. Called from many threads at once; blocks until the decision or the end of patience. */
@FunctionalInterface
public interface SubscriptionCommands {
    /**
     * Hands a number of a city's list over and waits for what comes of it.
     *
     * @return the decision, or empty where the command is safe but undecided when patience ends
     * @throws org.carillon.ingest.http.ProblemException 503 when nobody has acknowledged the command: it may be repeated as it is
     */
    Optional<SubscriptionDecision> ask(SubscriptionCommand.Declare command);
}
