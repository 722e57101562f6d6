package org.carillon.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server whose answer to a file is the file's own text: status, blank, body. */
class ReplayTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/alerts", ReplayTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldPrintAVerdictOnEachFile() throws Exception {
        // Given
        Files.writeString(folder.resolve("a.xml"), "201 {\"id\":\"abc\",\"state\":\"pending-approval\"}");
        Files.writeString(
                folder.resolve("b.xml"),
                "422 {\"violations\":[{\"rule\":\"cap.sent\",\"line\":7,\"message\":\"no zone\"},"
                        + "{\"rule\":\"cap.area\",\"message\":\"none\"}]}");
        Files.writeString(folder.resolve("c.XML"), "400 {\"title\":\"Not well-formed\"}");
        Files.writeString(folder.resolve("notes.txt"), "500 {}");

        // When
        boolean answered = replay("token");

        // Then
        assertThat(answered).isTrue();
        assertThat(out.toString().lines())
                .containsExactly(
                        "a.xml: accepted 201 abc pending-approval",
                        "b.xml: refused 422 cap.sent line 7: no zone; cap.area: none",
                        "c.XML: refused 400 Not well-formed",
                        "1 accepted, 2 refused, 0 failed");
    }

    @Test
    void shouldFailWhenTheHubFails() throws Exception {
        Files.writeString(folder.resolve("a.xml"), "503 {\"title\":\"Kafka is away\"}");
        assertThat(replay("token")).isFalse();
        assertThat(out.toString()).startsWith("a.xml: failed 503 Kafka is away");
    }

    @Test
    void shouldFailWhenTheTokenIsWrong() throws Exception {
        Files.writeString(folder.resolve("a.xml"), "201 {}");
        assertThat(replay("other")).isFalse();
        assertThat(out.toString()).startsWith("a.xml: failed 401");
    }

    @Test
    void shouldFailWhenNobodyListens() throws Exception {
        Files.writeString(folder.resolve("a.xml"), "201 {}");
        server.stop(0);
        assertThat(replay("token")).isFalse();
        assertThat(out.toString()).contains("a.xml: failed ", "0 accepted, 0 refused, 1 failed");
    }

    private boolean replay(String token) throws IOException, InterruptedException {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Replay(http, url, token).run(folder, new PrintWriter(out, true));
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = "Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && "application/cap+xml".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        byte[] body = (known ? request.substring(4) : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? Integer.parseInt(request.substring(0, 3)) : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
