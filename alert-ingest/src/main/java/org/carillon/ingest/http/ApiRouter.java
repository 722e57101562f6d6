package org.carillon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds every operation of the OpenAPI file to its route on a Vert.x router. The file is the contract: an operation without a
 * handler, or a handler without an operation, stops the start. Handlers run on virtual threads, at most
 * {@value #MOST_AT_ONCE} at once; beyond that the answer is 503.
 */
public final class ApiRouter {
    /** A CAP message of 2 MiB, and no byte more. */
    public static final long MOST_BYTES = 2L * 1024 * 1024;

    private static final Logger LOGGER = LoggerFactory.getLogger(ApiRouter.class);
    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_LARGE_AT_ONCE = 4;
    private static final String LARGE = "x-most-bytes";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final Map<String, Operation> operations;
    private final Authentication authentication;
    private final JsonNode openApi;
    private final Answers answers = new Answers();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Semaphore largeRoom = new Semaphore(MOST_LARGE_AT_ONCE);

    public ApiRouter(Map<String, Operation> operations, Authentication authentication, JsonNode openApi) {
        this.operations = Map.copyOf(operations);
        this.authentication = authentication;
        this.openApi = openApi;
    }

    /**
     * Adds the routes.
     *
     * @throws IllegalStateException where the OpenAPI file and the handlers differ, naming all of them
     */
    public void mount(Router router) {
        Set<String> unbound = new TreeSet<>(operations.keySet());
        Set<String> missing = new TreeSet<>();
        String base = openApi.at("/servers/0/url").asText("");
        mountLarge(router, base);
        router.route(base + "/*").handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
        openApi.path("paths").properties().forEach(path -> {
            String route = route(base, path.getKey());
            Set<String> allowed = new TreeSet<>();
            path.getValue().properties().forEach(method -> {
                if (!METHODS.contains(method.getKey())) {
                    return;
                }
                String id = method.getValue().path("operationId").asText();
                Operation operation = operations.get(id);
                if (operation == null) {
                    missing.add(id);
                    return;
                }
                unbound.remove(id);
                allowed.add(method.getKey().toUpperCase(Locale.ROOT));
                boolean open = method.getValue().path("security").isArray()
                        && method.getValue().path("security").isEmpty();
                router.route(HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)), route)
                        .handler(context -> run(id, operation, open, context));
            });
            router.route(route).handler(context -> notAllowed(context, String.join(", ", allowed)));
        });
        if (!unbound.isEmpty() || !missing.isEmpty()) {
            throw new IllegalStateException(
                    "OpenAPI file and handlers differ: without handler " + missing + ", not in the file " + unbound);
        }
        router.route(base + "/*")
                .handler(context -> answers.problem(
                        context,
                        Problem.of(
                                404,
                                "Not Found",
                                "There is nothing here. The operations are listed in " + base + "/openapi.json."),
                        Map.of()));
        router.route(base + "/*").failureHandler(this::failed);
    }

    /** Where the file says so a body may be larger; then it is read only for whoever has an account. */
    private void mountLarge(Router router, String base) {
        openApi.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    long most = method.getValue().path(LARGE).asLong();
                    if (most > 0) {
                        HttpMethod verb = HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT));
                        String route = route(base, path.getKey());
                        router.route(verb, route).handler(context -> {
                            context.put(LARGE, most);
                            if (isKnown(context) && hasRoom(context)) {
                                context.next();
                            }
                        });
                        router.route(verb, route)
                                .handler(BodyHandler.create(false).setBodyLimit(most));
                    }
                }));
    }

    private static String route(String base, String path) {
        return base + path.replaceAll("\\{([^}]+)}", ":$1");
    }

    private boolean isKnown(RoutingContext context) {
        try {
            authentication.authenticate(context.request().getHeader("Authorization"));
            return true;
        } catch (ProblemException e) {
            answers.problem(context, e.problem(), closing(e.headers()));
            return false;
        }
    }

    /** Large bodies are held in memory until they are answered. */
    private boolean hasRoom(RoutingContext context) {
        if (largeRoom.tryAcquire()) {
            context.addEndHandler(end -> largeRoom.release());
            return true;
        }
        answers.problem(
                context,
                Problem.of(503, "Service Unavailable", "Others send as much just now. Try again in a minute."),
                closing(Map.of("Retry-After", "30")));
        return false;
    }

    private static Map<String, String> closing(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Connection", "close");
        return all;
    }

    private void run(String id, Operation operation, boolean open, RoutingContext context) {
        if (!room.tryAcquire()) {
            answers.problem(
                    context,
                    Problem.of(503, "Service Unavailable", "Too many requests at once. Try again in a second."),
                    Map.of("Retry-After", "1"));
            return;
        }
        Promise<ApiResponse> promise = Promise.promise();
        promise.future()
                .onSuccess(response -> answers.send(context, response))
                .onFailure(failure -> answers.failure(context, id, failure));
        Thread.ofVirtual().name("ingest-" + id).start(() -> {
            try {
                promise.complete(operation.handle(request(id, open, context)));
            } catch (RuntimeException | Error e) {
                // Whatever it was, the caller gets an answer.
                promise.fail(e);
            } finally {
                room.release();
            }
        });
    }

    private ApiRequest request(String id, boolean open, RoutingContext context) {
        Actor actor = new Actor("anonymous", Set.of());
        String sender = "";
        if (!open) {
            Account account = authentication.authenticate(context.request().getHeader("Authorization"));
            actor = account.actor();
            sender = account.sender();
        }
        Map<String, String> query = new HashMap<>();
        context.queryParams().forEach(e -> query.putIfAbsent(e.getKey(), e.getValue()));
        Map<String, String> headers = new HashMap<>();
        context.request()
                .headers()
                .forEach(e -> headers.putIfAbsent(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
        Buffer body = context.body() == null ? null : context.body().buffer();
        return new ApiRequest(
                id,
                context.pathParams(),
                query,
                headers,
                body == null ? RequestBody.EMPTY : RequestBody.of(body.getBytes()),
                actor,
                sender);
    }

    private void notAllowed(RoutingContext context, String allowed) {
        answers.problem(
                context,
                Problem.of(405, "Method Not Allowed", "Here only " + allowed + " is possible."),
                Map.of("Allow", allowed));
    }

    private void failed(RoutingContext context) {
        if (context.statusCode() == 413) {
            Long large = context.get(LARGE);
            String detail = large == null
                    ? "A message may have " + MOST_BYTES
                            + " bytes. Refer to pictures and sound by uri instead of derefUri."
                    : "This may have " + large + " bytes. Send it in parts.";
            answers.problem(context, Problem.of(413, "Content Too Large", detail), Map.of("Connection", "close"));
            return;
        }
        Throwable failure = context.failure();
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            answers.problem(context, Problem.of(status, "Bad Request", "The request cannot be read."), Map.of());
        } else if (failure == null) {
            answers.problem(context, Problem.of(status, "Error", "The request cannot be processed."), Map.of());
        } else {
            LOGGER.atError()
                    .addKeyValue("failure", failure.getClass().getName())
                    .log("request failed");
            answers.failure(context, "unknown", failure);
        }
    }
}
