package org.carillon.channel.push.send;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One call to a push service: sent once, no longer than it may take, its body thrown away. May be used from any thread. */
final class PushCall implements AutoCloseable {
    private final HttpClient http;

    PushCall(Duration timeout) {
        this.http = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(timeout.dividedBy(2))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** What came back. */
    sealed interface Reply {
        record Answer(int status, Optional<String> location, Optional<String> retryAfter) implements Reply {}

        /** No answer. Where there was no connection, nothing of the message has left. */
        record Silence(boolean surelyNotSent, String reason) implements Reply {}
    }

    /** Counts from now to the last byte of the answer: a service that sends it in drops does not hold the caller up. */
    Reply send(HttpRequest request, Duration timeout) {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            HttpResponse<Void> got = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answer(
                    got.statusCode(),
                    got.headers().firstValue("Location"),
                    got.headers().firstValue("Retry-After"));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Reply.Silence(false, "time-out");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return silence(cause == null ? e : cause);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Silence(false, "interrupted");
        }
    }

    private static Reply silence(Throwable cause) {
        return switch (cause) {
            case ConnectException e -> new Reply.Silence(true, "no-connection");
            case HttpConnectTimeoutException e -> new Reply.Silence(true, "no-connection");
            case SSLException e -> new Reply.Silence(true, "tls");
            case IOException e -> new Reply.Silence(false, "connection-lost");
            default -> new Reply.Silence(false, cause.getClass().getSimpleName());
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
