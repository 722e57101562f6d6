package org.carillon.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import org.carillon.schemas.topic.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and problems; the one table from failure to status. */
final class Answers {
    private static final Logger LOGGER = LoggerFactory.getLogger(Answers.class);
    private final ObjectMapper json = Json.mapper();

    void send(RoutingContext context, ApiResponse response) {
        write(context, response.status(), "application/json", response.headers(), response.body());
    }

    void failure(RoutingContext context, String operationId, Throwable failure) {
        if (failure instanceof ProblemException e) {
            problem(context, e.problem(), e.headers());
            return;
        }
        if (failure instanceof HttpException e && e.getStatusCode() < 500) {
            problem(context, Problem.of(e.getStatusCode(), "Bad Request", "The request cannot be read."), Map.of());
            return;
        }
        // The message of an unknown failure may quote the input: only its kind and place are written down.
        LOGGER.atError()
                .addKeyValue("operation", operationId)
                .addKeyValue("failure", failure.getClass().getName())
                .addKeyValue(
                        "at", failure.getStackTrace().length > 0 ? failure.getStackTrace()[0].toString() : "unknown")
                .log("operation failed");
        problem(
                context,
                Problem.of(
                        500, "Internal Server Error", "The hub failed; the operator can find the reason in the log."),
                Map.of());
    }

    void problem(RoutingContext context, Problem problem, Map<String, String> headers) {
        write(context, problem.status(), "application/problem+json", headers, problem);
    }

    private void write(RoutingContext context, int status, String type, Map<String, String> headers, Object body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        try {
            byte[] bytes = json.writeValueAsBytes(body);
            response.setStatusCode(status)
                    .putHeader("Content-Type", type)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("X-Content-Type-Options", "nosniff");
            headers.forEach(response::putHeader);
            response.end(Buffer.buffer(bytes)).onFailure(e -> LOGGER.atDebug().log("the caller has gone"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }
}
