package org.carillon.ingest.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carillon.schemas.net.EndpointGuard;
import org.jspecify.annotations.Nullable;

/**
 * Gets documents over HTTP with bounds on everything: size, time, redirects, and the hosts that are asked, each redirect's anew. A feed
 * must not make the hub call what only the hub can reach.
 */
final class HttpFetching implements Fetching {
    private static final int MOST_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String ACCEPT =
            "application/cap+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8";

    private final EndpointGuard guard;
    private final Duration patience;
    private final HttpClient client;

    /**
     * Makes one.
     *
     * @param patience for one document in all, redirects and slow bytes included
     */
    HttpFetching(EndpointGuard guard, Duration patience) {
        this.guard = guard;
        this.patience = patience;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Fetched fetch(URI url, @Nullable String etag, @Nullable String lastModified, int most) {
        CompletableFuture<Fetched> result = new CompletableFuture<>();
        Thread worker = Thread.ofVirtual().name("feed-fetch").start(() -> {
            try {
                result.complete(follow(url, etag, lastModified, most));
            } catch (InterruptedException e) {
                result.complete(new Fetched.Failed("It took too long.", true));
            } catch (IOException | RuntimeException e) {
                // The message could quote the URL.
                result.complete(new Fetched.Failed(
                        "It cannot be reached (" + e.getClass().getSimpleName() + ").", true));
            }
        });
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            return new Fetched.Failed("It took longer than " + patience.toSeconds() + " seconds.", true);
        } catch (ExecutionException e) {
            return new Fetched.Failed("It cannot be reached.", true);
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            return new Fetched.Failed("The hub is stopping.", true);
        }
    }

    private Fetched follow(URI first, @Nullable String etag, @Nullable String lastModified, int most)
            throws IOException, InterruptedException {
        URI url = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            switch (guard.look(url.toString())) {
                case EndpointGuard.Answer.Forbidden forbidden -> {
                    return new Fetched.Failed("Its address is not allowed: " + forbidden.reason() + ".", false);
                }
                case EndpointGuard.Answer.Unresolved unresolved -> {
                    return new Fetched.Failed("Its host is not known to the name service.", true);
                }
                case EndpointGuard.Answer.Allowed allowed -> {}
            }
            HttpResponse<InputStream> response =
                    client.send(request(url, etag, lastModified), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                Optional<String> location = response.headers().firstValue("Location");
                if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
                    return answer(url, response, body, most);
                }
                url = url.resolve(new URI(location.get()));
            } catch (URISyntaxException e) {
                return new Fetched.Failed("It redirects to what is no URL.", false);
            }
        }
        return new Fetched.Failed("It redirects more than " + MOST_REDIRECTS + " times.", false);
    }

    private HttpRequest request(URI url, @Nullable String etag, @Nullable String lastModified) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Accept", ACCEPT)
                .header("User-Agent", "carillon");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        return request.GET().build();
    }

    private static Fetched answer(URI url, HttpResponse<InputStream> response, InputStream body, int most)
            throws IOException {
        int status = response.statusCode();
        if (status == 304) {
            return new Fetched.Unchanged();
        }
        if (status != 200) {
            return new Fetched.Failed("It answers with HTTP " + status + ".", status >= 500 || status == 429);
        }
        byte[] bytes = body.readNBytes(most + 1);
        return bytes.length > most
                ? new Fetched.Failed("It has more than the " + most + " bytes that are taken.", false)
                : new Fetched.Document(
                        url,
                        new Bytes(bytes),
                        response.headers().firstValue("ETag").orElse(null),
                        response.headers().firstValue("Last-Modified").orElse(null));
    }
}
