package org.carillon.ingest.kafka;

import java.util.Optional;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;

/** The way to who decides about accounts. Called from request threads; blocks until the decision or the end of patience. */
@FunctionalInterface
public interface OfficeCommands {
    /**
     * Hands a command over and waits for the decision.
     *
     * @return the decision, or empty where the command is safe but undecided when patience ends
     * @throws org.carillon.ingest.http.ProblemException 503 when nobody has acknowledged the command
     */
    Optional<OfficeDecision> ask(OfficeCommand command);
}
