package org.carillon.ingest.office;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.OfficeCommands;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;

/** Asks the router about accounts and turns a no into a problem. Safe for threads. */
final class OfficeAsk {
    private final OfficeCommands commands;
    private final Clock clock;

    OfficeAsk(OfficeCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Makes a command of its id and moment. */
    @FunctionalInterface
    interface Asking {
        OfficeCommand command(String commandId, Instant at);
    }

    /**
     * The decision.
     *
     * @throws ProblemException where it is a no, or is not known in time
     */
    OfficeDecision.Done done(Asking asking) {
        return switch (decision(asking)) {
            case OfficeDecision.Done done -> done;
            case OfficeDecision.Refused refused -> throw problem(refused);
        };
    }

    OfficeDecision decision(Asking asking) {
        return commands.ask(asking.command(UUID.randomUUID().toString(), clock.instant()))
                .orElseThrow(() -> ProblemException.unavailable(
                        "The router has not decided yet. It is safe in Kafka: look in a minute whether it is done."));
    }

    static ProblemException problem(OfficeDecision.Refused refused) {
        String message = capital(refused.message()) + ".";
        return switch (refused.refusal()) {
            case FORBIDDEN -> ProblemException.forbidden(message);
            case NOT_FOUND -> ProblemException.notFound(message);
            case CONFLICT -> ProblemException.conflict(message);
            case UNPROCESSABLE -> ProblemException.unprocessable(message, List.of());
        };
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
