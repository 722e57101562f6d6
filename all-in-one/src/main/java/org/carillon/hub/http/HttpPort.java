package org.carillon.hub.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carillon.hub.config.Endpoint;

/** One HTTP server on one address, and the Vert.x instance under it. */
public final class HttpPort implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    private final HttpServer server;

    private HttpPort(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens.
     *
     * @throws IllegalStateException when the address cannot be listened on
     */
    public static HttpPort listen(Vertx vertx, Endpoint endpoint, Router router) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setCompressionSupported(true)
                .setIdleTimeout(75)
                .setHandle100ContinueAutomatically(true);
        return new HttpPort(
                await(vertx.createHttpServer(options).requestHandler(router).listen(), "cannot listen on " + endpoint));
    }

    /** The port that is really listened on. */
    public int port() {
        return server.actualPort();
    }

    /** Stops taking requests and lets those in flight end. */
    @Override
    public void close() {
        await(server.shutdown(3, TimeUnit.SECONDS), "the HTTP server did not stop");
    }

    /** Waits for a future from a thread that may block. */
    public static <T> T await(Future<T> future, String failure) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(failure + ": " + (e.getCause() == null ? e : e.getCause()), e);
        }
    }
}
