package org.carillon.hub.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.function.Supplier;
import org.carillon.schemas.topic.Json;

/** What an operator's tools ask: {@code /healthz}, {@code /readyz}, {@code /metrics}. */
public final class Management {
    private Management() {}

    public static Router routes(Vertx vertx, Readiness readiness, Supplier<String> metrics) {
        ObjectMapper json = Json.mapper();
        Router router = Router.router(vertx);
        router.get("/healthz")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/plain")
                        .end("alive\n"));
        router.get("/readyz").blockingHandler(context -> {
            Map<String, String> report = readiness.report();
            boolean ready = report.values().stream().allMatch("ready"::equals);
            context.response()
                    .setStatusCode(ready ? 200 : 503)
                    .putHeader("Content-Type", "application/json")
                    .end(json.valueToTree(Map.of("ready", ready, "parts", report))
                            .toString());
        });
        router.get("/metrics")
                .blockingHandler(context -> context.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(metrics.get()));
        return router;
    }
}
