package org.carillon.ingest.alerts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.ingest.kafka.Commands;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;

/** Asks the router and turns its decision into an answer. */
final class Deciding {
    private final Commands gateway;
    private final AlertViews views;

    Deciding(Commands gateway, AlertViews views) {
        this.gateway = gateway;
        this.views = views;
    }

    /** For a new alert: 201, or 200 where the same was there before. */
    ApiResponse create(AlertCommand command) {
        return ask(
                command,
                done -> done.repeated()
                        ? ApiResponse.ok(resource(done.alert()))
                        : ApiResponse.created(AlertResource.location(done.alertId()), resource(done.alert())));
    }

    /** For a step of an alert that is there: 200. */
    ApiResponse step(AlertCommand command) {
        return ask(command, done -> ApiResponse.ok(resource(done.alert())));
    }

    AlertResource resource(Alert alert) {
        return AlertResource.of(alert, views.reach(alert.id()));
    }

    private ApiResponse ask(AlertCommand command, Function<Decision.Done, ApiResponse> answer) {
        Optional<Decision> decision = gateway.ask(command);
        if (decision.isEmpty()) {
            String location = AlertResource.location(command.alertId());
            return ApiResponse.accepted(
                    location,
                    Map.of(
                            "id",
                            command.alertId().value(),
                            "state",
                            "undecided",
                            "detail",
                            "The command is stored and will be decided. Ask for its state at " + location + "."));
        }
        return switch (decision.get()) {
            case Decision.Done done -> {
                views.awaitShown(done.alert());
                yield answer.apply(done);
            }
            case Decision.Refused refused -> throw refusal(refused);
        };
    }

    private static ProblemException refusal(Decision.Refused refused) {
        return switch (refused.refusal()) {
            case FORBIDDEN -> ProblemException.forbidden(refused.message());
            case NOT_FOUND -> ProblemException.notFound(refused.message());
            case CONFLICT -> ProblemException.conflict(refused.message());
            case UNPROCESSABLE ->
                ProblemException.unprocessable(
                        refused.message(), List.of(new CapViolation("HUB_DECISION", "", 0, 0, refused.message())));
        };
    }
}
