package org.carillon.ingest.kafka;

import java.util.Optional;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;

/** The way to the router. Called from request threads; blocks until the decision or the end of patience. */
@FunctionalInterface
public interface Commands {
    /**
     * Hands a command over and waits for the decision.
     *
     * @return the decision, or empty where the command is safe but undecided when patience ends
     * @throws ProblemException 503 when nobody has acknowledged the command: it may be repeated as it is
     */
    Optional<Decision> ask(AlertCommand command);
}
