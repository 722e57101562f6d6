package org.carillon.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A simulator on a free port with a hub that records its calls, and the calls a test makes. */
final class TestBed implements AutoCloseable {
    static final String SID = "AC" + "0123456789abcdef".repeat(2);
    static final String TOKEN = "s3cret";
    static final String HUB = "+12025550142";
    static final String PHONE = "+15550100123";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    final FakeHub hub = new FakeHub();
    TwilioSimulator.Running simulator;

    TestBed(Path data) {
        this.data = data;
        this.simulator = start(SimulatorConfig.of(0, data)
                .withCredentials(SID, TOKEN)
                .withHubNumber(HUB)
                .withInboundUrl(hub.url("/inbound")));
    }

    TwilioSimulator.Running start(SimulatorConfig config) {
        return await(TwilioSimulator.start(vertx, config));
    }

    void restart() {
        await(simulator.close());
        simulator = start(SimulatorConfig.of(0, data));
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    HttpResponse<String> send(Map<String, String> form) {
        return call("POST", messages(".json"), form(form), "application/x-www-form-urlencoded", true);
    }

    HttpResponse<String> send(String to, String body) {
        return send(Map.of(
                "To",
                to,
                "From",
                HUB,
                "Body",
                body,
                "StatusCallback",
                hub.url("/status/1").toString()));
    }

    JsonObject accepted(String to, String body) {
        return new JsonObject(send(to, body).body());
    }

    HttpResponse<String> api(String method, String path) {
        return call(method, path, "", "application/x-www-form-urlencoded", true);
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, "", "text/plain", false);
    }

    HttpResponse<String> json(String method, String path, String body) {
        return call(method, path, body, "application/json", false);
    }

    HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return call("POST", path, form(fields), "application/x-www-form-urlencoded", false);
    }

    JsonArray conversation(String phone) {
        return new JsonArray(get("/simulator/phones/" + phone + "/messages").body());
    }

    JsonObject stats() {
        return new JsonObject(get("/simulator/stats").body());
    }

    void faults(String json) {
        if (json("POST", "/simulator/faults", json).statusCode() != 200) {
            throw new AssertionError("faults refused");
        }
    }

    static String messages(String rest) {
        return "/2010-04-01/Accounts/" + SID + "/Messages" + rest;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String form(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> call(String method, String path, String body, String type, boolean authorized) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (authorized) {
            byte[] pair = (SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        await(simulator.close());
        hub.close();
        http.close();
        await(vertx.close());
    }
}
