package org.carillon.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.carillon.ingest.auth.BearerTokens;
import org.carillon.ingest.auth.Secrets;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiRouterTest {
    private static final String OPEN_API = """
            {"servers": [{"url": "/api/v1"}], "paths": {
              "/open": {"get": {"operationId": "open", "security": []}},
              "/echo": {"parameters": [], "post": {"operationId": "echo"}},
              "/large": {"post": {"operationId": "large", "x-most-bytes": 3000000}},
              "/things/{id}": {"get": {"operationId": "thing"}, "put": {"operationId": "forbid"}},
              "/boom": {"get": {"operationId": "boom"}},
              "/overflow": {"get": {"operationId": "overflow"}},
              "/wait": {"get": {"operationId": "wait"}}}}
            """;

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        new ApiRouter(operations(), tokens(), openApi()).mount(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        port = server.actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void shouldStartOnlyWhereFileAndHandlersAgree() {
        Map<String, Operation> others = new HashMap<>(operations());
        others.remove("thing");
        others.put("extra", request -> ApiResponse.ok(Map.of()));
        ApiRouter router = new ApiRouter(others, tokens(), openApi());

        assertThatThrownBy(() -> router.mount(Router.router(vertx)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[thing]")
                .hasMessageContaining("[extra]");
    }

    @Test
    void shouldAskForATokenExceptWhereTheFileSaysOpen() throws Exception {
        assertThat(send(get("/open")).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = send(get("/things/7"));
        assertProblem(refused, 401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
        assertProblem(send(get("/things/7").header("Authorization", "Bearer nonsense")), 401);
        assertThat(send(token(get("/things/a%20b?x=1"))).body()).isEqualTo("{\"id\":\"a b\",\"user\":\"ana\"}");
    }

    @Test
    void shouldSayWhatIsNotThereAndWhatIsNotPossible() throws Exception {
        assertProblem(send(token(get("/nothing"))), 404);
        assertProblem(send(token(get("/things/7").PUT(BodyPublishers.noBody()))), 403);

        HttpResponse<String> notAllowed = send(token(get("/things/7").DELETE()));
        assertProblem(notAllowed, 405);
        assertThat(notAllowed.headers().firstValue("Allow")).contains("GET, PUT");
    }

    @Test
    void shouldTakeTwoMebibytesAndNoByteMore() throws Exception {
        byte[] most = new byte[(int) ApiRouter.MOST_BYTES];
        byte[] more = new byte[most.length + 1];

        assertThat(send(token(get("/echo").POST(BodyPublishers.ofByteArray(most))))
                        .body())
                .isEqualTo("{\"bytes\":" + most.length + "}");
        assertProblem(send(token(get("/echo").POST(BodyPublishers.ofByteArray(more)))), 413);
        assertProblem(
                send(token(get("/echo").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more))))),
                413);
    }

    @Test
    void shouldTakeMoreWhereTheFileSaysSoFromWhoeverHasAToken() throws Exception {
        byte[] most = new byte[3_000_000];

        assertThat(send(token(get("/large").POST(BodyPublishers.ofByteArray(most))))
                        .body())
                .isEqualTo("{\"bytes\":" + most.length + "}");
        assertProblem(send(token(get("/large").POST(BodyPublishers.ofByteArray(new byte[most.length + 1])))), 413);
        assertProblem(send(get("/large").POST(BodyPublishers.ofByteArray(new byte[10]))), 401);
        for (int i = 0; i < 9; i++) {
            assertThat(send(token(get("/large").POST(BodyPublishers.ofByteArray(new byte[i]))))
                            .statusCode())
                    .as("what is answered makes room")
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldTakeBodiesThatCallThemselvesForms() throws Exception {
        byte[] long1 = "a".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(send(token(get("/echo")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofByteArray(long1))))
                        .statusCode())
                .isIn(200, 400, 413);
        assertThat(send(token(get("/echo")
                                .header("Content-Type", "multipart/form-data")
                                .POST(BodyPublishers.ofByteArray(long1))))
                        .statusCode())
                .isIn(200, 400);
    }

    @Test
    void shouldAnswer400WhereTheAddressCannotBeRead() throws Exception {
        String head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer crl_ana\r\n\r\n";

        assertThat(raw("GET /api/v1/things/7?x=%zz" + head)).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /api/v1/things/%zz" + head)).startsWith("HTTP/1.1 400");
    }

    @Test
    void shouldTellNothingOfAnUnknownFailure() throws Exception {
        HttpResponse<String> failed = send(token(get("/boom")));

        assertProblem(failed, 500);
        assertThat(failed.body()).doesNotContain("secret").doesNotContain("Exception");
        assertProblem(send(token(get("/overflow"))), 500);
    }

    @Test
    void shouldAnswer503WhenFullAndServeAgainAfterwards() throws Exception {
        // Given
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            held.add(client.sendAsync(token(get("/wait")).build(), BodyHandlers.ofString()));
        }
        Awaitility.await().until(() -> waiting.get() == 256);

        // When
        HttpResponse<String> full = send(token(get("/things/7")));

        // Then
        assertProblem(full, 503);
        assertThat(full.headers().firstValue("Retry-After")).contains("1");
        release.countDown();
        assertThat(held).allSatisfy(f -> assertThat(f.join().statusCode()).isEqualTo(200));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(send(token(get("/things/7"))).statusCode()).isEqualTo(200));
    }

    private Map<String, Operation> operations() {
        return Map.of(
                "open", request -> ApiResponse.ok(Map.of()),
                "echo", request -> ApiResponse.ok(Map.of("bytes", request.body().bytes().length)),
                "large",
                        request -> ApiResponse.ok(Map.of("bytes", request.body().bytes().length)),
                "thing",
                        request -> ApiResponse.ok(new TreeMap<>(Map.of(
                                "id",
                                request.pathValue("id"),
                                "user",
                                request.actor().user()))),
                "forbid",
                        request -> {
                            throw ProblemException.forbidden("no");
                        },
                "boom",
                        request -> {
                            throw new IllegalStateException("secret");
                        },
                "overflow",
                        request -> {
                            throw new StackOverflowError();
                        },
                "wait",
                        request -> {
                            waiting.incrementAndGet();
                            try {
                                release.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return ApiResponse.ok(Map.of());
                        });
    }

    private static BearerTokens tokens() {
        return new BearerTokens(() -> List.of(new Account(
                "ana",
                "Ana",
                Set.of(Role.AUTHOR),
                "s",
                "-",
                Set.of(Secrets.tokenHash("crl_ana")),
                true,
                Instant.EPOCH)));
    }

    private static JsonNode openApi() {
        try {
            return Json.mapper().readTree(OPEN_API);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
    }

    private static HttpRequest.Builder token(HttpRequest.Builder request) {
        return request.header("Authorization", "bearer crl_ana");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port);
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Json.mapper().readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
    }
}
