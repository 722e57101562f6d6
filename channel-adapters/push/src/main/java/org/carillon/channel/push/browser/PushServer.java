package org.carillon.channel.push.browser;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A push service for tests and the demo (RFC 8030), with browsers that are always there. It is as strict as the strictest of the real ones, and
 * fails when it is told to.
 */
public final class PushServer implements AutoCloseable {
    private static final String PATH = "/push/";

    private final Vertx vertx;
    private final HttpServer server;
    private final SenderCheck check;
    private final URI base;
    private final Map<String, DemoBrowser> browsers = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Fault fault = new Fault.None();

    private PushServer(Vertx vertx, String bind, int port, String host) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(port, bind)
                .await();
        this.base = URI.create("http://" + host + ":" + server.actualPort());
        this.check = new SenderCheck(base.toString(), Clock.systemUTC());
    }

    /** Starts it; returns when it listens. Not to be called on an event loop. 0 is any free port. */
    public static PushServer start(Vertx vertx, int port) {
        return start(vertx, "127.0.0.1", port, "127.0.0.1");
    }

    /** As {@link #start(Vertx, int)}, on another address, which senders reach by that name. */
    public static PushServer start(Vertx vertx, String bind, int port, String host) {
        return new PushServer(vertx, bind, port, host);
    }

    /** How it behaves. */
    public sealed interface Fault {
        /** Well. */
        record None() implements Fault {}

        /** Answers with that status, and takes nothing. */
        record Status(int status, int retryAfterSeconds) implements Fault {}

        /** Takes the message and answers with that status all the same. */
        record TakenBut(int status) implements Fault {}

        /** Answers well, but late. */
        record Slow(long millis) implements Fault {}

        /** Sends the caller elsewhere. */
        record Moved(URI to) implements Fault {}
    }

    /** A new browser that accepts messages of that sender only, named by its public key (base64url). */
    public DemoBrowser browser(String senderKey) {
        String id = UUID.randomUUID().toString();
        DemoBrowser browser = new DemoBrowser(base.resolve(PATH + id), senderKey);
        browsers.put(PATH + id, browser);
        return browser;
    }

    /** From now on every call meets this fault. */
    public void behave(Fault how) {
        fault = how;
    }

    /** From now on this browser's endpoint answers with that status: 404 and 410 as after it has unsubscribed. */
    public void answer(DemoBrowser browser, int status) {
        statuses.put(path(browser), status);
    }

    public URI url() {
        return base;
    }

    public int port() {
        return server.actualPort();
    }

    /** Calls so far, of every kind. */
    public int calls() {
        return calls.get();
    }

    /** What was wrong with calls that no fault explains; empty for a sender that keeps to the standards. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            calls.incrementAndGet();
            switch (fault) {
                case Fault.None none -> take(request, body, 201);
                case Fault.Status status -> {
                    if (status.retryAfterSeconds() > 0) {
                        request.response().putHeader("Retry-After", Integer.toString(status.retryAfterSeconds()));
                    }
                    end(request.response(), status.status());
                }
                case Fault.TakenBut but -> take(request, body, but.status());
                case Fault.Slow slow -> vertx.setTimer(slow.millis(), timer -> take(request, body, 201));
                case Fault.Moved moved -> {
                    request.response()
                            .putHeader(
                                    "Location",
                                    moved.to().resolve(request.path()).toString());
                    end(request.response(), 307);
                }
            }
        });
    }

    private void take(HttpServerRequest request, Buffer body, int status) {
        DemoBrowser browser = browsers.get(request.path());
        Integer fixed = statuses.get(request.path());
        if (browser == null || fixed != null) {
            end(request.response(), fixed == null ? 404 : fixed);
            return;
        }
        check.refusal(request.headers(), body.length(), browser.senderKey())
                .ifPresentOrElse(
                        refusal -> {
                            complaints.add(refusal.reason());
                            end(request.response(), refusal.status());
                        },
                        () -> {
                            browser.take(
                                    body.getBytes(),
                                    String.valueOf(request.getHeader("Topic")),
                                    String.valueOf(request.getHeader("Urgency")),
                                    Integer.parseInt(request.getHeader("TTL")));
                            request.response().putHeader("Location", base + "/message/" + calls.get());
                            end(request.response(), status);
                        });
    }

    private static void end(HttpServerResponse response, int status) {
        response.setStatusCode(status).end().onFailure(gone -> {
            // The caller did not wait.
        });
    }

    private static String path(DemoBrowser browser) {
        return URI.create(browser.subscription().path("endpoint").asText()).getPath();
    }

    @Override
    public void close() {
        server.close().await();
    }
}
