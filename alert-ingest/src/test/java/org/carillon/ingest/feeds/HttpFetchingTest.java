package org.carillon.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.ingest.feeds.Fetching.Fetched;
import org.carillon.schemas.net.EndpointGuard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpFetchingTest {
    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static HttpServer server;

    private final Fetching fetching = new HttpFetching(new EndpointGuard(true), Duration.ofSeconds(2));

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", HttpFetchingTest::answer);
        server.start();
    }

    @AfterAll
    static void stop() {
        OVER.countDown();
        server.stop(0);
    }

    @Test
    void shouldBringADocumentOnceAsLongAsItDoesNotChange() {
        Fetched first = fetching.fetch(url("/doc"), null, null, 1000);

        assertThat(first).isInstanceOfSatisfying(Fetched.Document.class, document -> {
            assertThat(new String(document.bytes().value(), StandardCharsets.UTF_8))
                    .isEqualTo("<rss/>");
            assertThat(document.etag()).isEqualTo("\"7\"");
            assertThat(document.lastModified()).isEqualTo("Sun, 22 Nov 2026 12:00:00 GMT");
        });
        assertThat(fetching.fetch(url("/doc"), "\"7\"", null, 1000)).isInstanceOf(Fetched.Unchanged.class);
        assertThat(fetching.fetch(url("/doc"), null, "Sun, 22 Nov 2026 12:00:00 GMT", 1000))
                .isInstanceOf(Fetched.Unchanged.class);
        assertThat(fetching.fetch(url("/once"), null, null, 1000))
                .isInstanceOfSatisfying(
                        Fetched.Document.class,
                        document -> assertThat(document.url()).isEqualTo(url("/doc")));
    }

    @ParameterizedTest
    @CsvSource({
        "/none,HTTP 404,false",
        "/busy,HTTP 503,true",
        "/loop,redirects more than,false",
        "/odd,redirects to what is no URL,false",
        "/large,more than the 1000 bytes,false",
        "/endless,more than the 1000 bytes,false",
        "/slow,took longer,true"
    })
    void shouldSayWhyThereIsNone(String path, String reason, boolean passing) {
        assertThat(fetching.fetch(url(path), null, null, 1000)).isInstanceOfSatisfying(Fetched.Failed.class, failed -> {
            assertThat(failed.reason()).contains(reason);
            assertThat(failed.passing()).isEqualTo(passing);
        });
    }

    @Test
    void shouldNotBeMadeToCallWhatOnlyTheHubCanReach() {
        int before = ASKED.get();
        Fetching guarded = new HttpFetching(new EndpointGuard(false), Duration.ofSeconds(2));

        for (String url :
                new String[] {url("/doc").toString(), "https://localhost/", "https://127.0.0.1/", "file:///etc/passwd"
                }) {
            assertThat(guarded.fetch(URI.create(url), null, null, 1000))
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.reason()).contains("not allowed"));
        }
        assertThat(ASKED).hasValue(before);
    }

    @Test
    void shouldNotTellTheAddressOfWhatCannotBeReached() {
        assertThat(fetching.fetch(URI.create("http://127.0.0.1:1/?token=secret"), null, null, 1000))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).doesNotContain("secret"));
    }

    private static URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        ASKED.incrementAndGet();
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/doc" -> {
                    boolean known = exchange.getRequestHeaders().containsKey("If-None-Match")
                            || exchange.getRequestHeaders().containsKey("If-Modified-Since");
                    exchange.getResponseHeaders().set("ETag", "\"7\"");
                    exchange.getResponseHeaders().set("Last-Modified", "Sun, 22 Nov 2026 12:00:00 GMT");
                    if (known) {
                        exchange.sendResponseHeaders(304, -1);
                    } else {
                        exchange.sendResponseHeaders(200, 6);
                        exchange.getResponseBody().write("<rss/>".getBytes(StandardCharsets.UTF_8));
                    }
                }
                case "/once" -> redirect(exchange, "/doc");
                case "/loop" -> redirect(exchange, "/loop");
                case "/odd" -> redirect(exchange, "http://[");
                case "/busy" -> exchange.sendResponseHeaders(503, -1);
                case "/large" -> {
                    exchange.sendResponseHeaders(200, 2000);
                    exchange.getResponseBody().write(new byte[2000]);
                }
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream body = exchange.getResponseBody();
                    for (int i = 0; i < 100_000; i++) {
                        body.write(new byte[1000]);
                    }
                }
                case "/slow" -> {
                    // The head comes at once, the body never.
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    hold();
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void hold() {
        try {
            OVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }
}
