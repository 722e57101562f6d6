package org.carillon.channel.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.carillon.schemas.topic.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds every operation of an OpenAPI file to its route on a Vert.x router. The file is the contract: an operation without a
 * handler, or a handler without an operation, stops the start. Handlers run on virtual threads and may block, at most
 * {@value #MOST_AT_ONCE} at once; beyond that the answer is 503. GET answers carry a strong entity tag, and
 * {@code If-None-Match} is answered with 304.
 */
public final class OpenApiRoutes {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenApiRoutes.class);
    private static final int MOST_AT_ONCE = 512;
    private static final long MOST_BYTES = 64 * 1024;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode openApi;
    private final Map<String, Function<HttpExchange, HttpAnswer>> handlers;
    private final Map<String, String> always;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    /**
     * Nothing is bound yet.
     *
     * @param handlers by operation id
     * @param always headers of every answer
     */
    public OpenApiRoutes(
            JsonNode openApi, Map<String, Function<HttpExchange, HttpAnswer>> handlers, Map<String, String> always) {
        this.openApi = openApi;
        this.handlers = Map.copyOf(handlers);
        this.always = Map.copyOf(always);
    }

    /** Reads an OpenAPI file that lies beside a class. */
    public static JsonNode read(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds the routes; the server's base path in the file stands before each.
     *
     * @throws IllegalStateException where the file and the handlers differ, naming all of them
     */
    public void mount(Router router) {
        Set<String> unbound = new TreeSet<>(handlers.keySet());
        Set<String> missing = new TreeSet<>();
        String base = openApi.at("/servers/0/url").asText("").replaceFirst("/$", "");
        openApi.path("paths").properties().forEach(path -> {
            String route = base + path.getKey().replaceAll("\\{([^}]+)}", ":$1");
            Set<String> allowed = new TreeSet<>();
            path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(method -> {
                        String id = method.getValue().path("operationId").asText();
                        Function<HttpExchange, HttpAnswer> handler = handlers.get(id);
                        if (handler == null) {
                            missing.add(id);
                            return;
                        }
                        unbound.remove(id);
                        String name = method.getKey().toUpperCase(Locale.ROOT);
                        allowed.add(name);
                        var bound = router.route(HttpMethod.valueOf(name), route);
                        if (!name.equals("GET")) {
                            bound.handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
                        } else {
                            router.route(HttpMethod.HEAD, route).handler(context -> run(id, handler, context));
                            allowed.add("HEAD");
                        }
                        bound.handler(context -> run(id, handler, context)).failureHandler(this::failed);
                    });
            router.route(route).handler(context -> {
                HttpAnswer answer = problem(405, "Method Not Allowed", "Here only " + allowed + " is possible.");
                write(context, answer.with("Allow", String.join(", ", allowed)));
            });
        });
        if (!unbound.isEmpty() || !missing.isEmpty()) {
            throw new IllegalStateException(
                    "OpenAPI file and handlers differ: without handler " + missing + ", not in the file " + unbound);
        }
    }

    private void run(String id, Function<HttpExchange, HttpAnswer> handler, RoutingContext context) {
        if (!room.tryAcquire()) {
            write(
                    context,
                    problem(503, "Service Unavailable", "Too many requests at once.")
                            .with("Retry-After", "1"));
            return;
        }
        Buffer body = context.body() == null || context.body().buffer() == null
                ? Buffer.buffer()
                : context.body().buffer();
        HttpExchange exchange = new HttpExchange(context, new HashMap<>(context.pathParams()), body);
        Promise<HttpAnswer> promise = Promise.promise();
        promise.future()
                .recover(failure -> Future.succeededFuture(problem(id, failure)))
                .onSuccess(answer -> write(context, answer));
        Thread.ofVirtual().name(id).start(() -> {
            try {
                promise.complete(handler.apply(exchange));
            } catch (RuntimeException | Error e) {
                // Whatever it was, the caller gets an answer.
                promise.fail(e);
            } finally {
                room.release();
            }
        });
    }

    private static HttpAnswer problem(String id, Throwable failure) {
        if (failure instanceof HttpProblem expected) {
            HttpAnswer answer = problem(expected.status(), expected.title(), expected.detail());
            for (Map.Entry<String, String> header : expected.headers().entrySet()) {
                answer = answer.with(header.getKey(), header.getValue());
            }
            return answer;
        }
        // The message of an unknown failure may quote the input: only its kind and place are written down.
        StackTraceElement[] trace = failure.getStackTrace();
        LOGGER.atError()
                .addKeyValue("operation", id)
                .addKeyValue("failure", failure.getClass().getName())
                .addKeyValue("at", trace.length > 0 ? trace[0].toString() : "unknown")
                .log("request failed");
        return problem(500, "Internal Server Error", "The hub failed; the operator can find the reason in the log.");
    }

    /** An answer as RFC 9457 has it. */
    public static HttpAnswer problem(int status, String title, String detail) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store"),
                Buffer.buffer(body.toString()));
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode() >= 400 && context.statusCode() < 500 ? context.statusCode() : 400;
        write(
                context,
                problem(status, status == 413 ? "Content Too Large" : "Bad Request", "The request cannot be read."));
    }

    private void write(RoutingContext context, HttpAnswer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        HttpAnswer shown = answer.status() == 200 ? EntityTag.apply(context.request(), answer) : answer;
        Map<String, String> headers = new TreeMap<>(always);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(shown.headers());
        response.setStatusCode(shown.status());
        headers.forEach(response::putHeader);
        boolean bodiless = context.request().method().equals(HttpMethod.HEAD) || shown.status() == 304;
        if (bodiless && shown.status() != 304) {
            response.putHeader("Content-Length", Integer.toString(shown.body().length()));
        }
        (bodiless ? response.end() : response.end(shown.body()))
                .onFailure(e -> LOGGER.atDebug().log("the caller has gone"));
    }
}
