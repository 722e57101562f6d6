package org.carillon.hub.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.carillon.schemas.topic.Json;

/** Speaks to /api/v1 as one officer and keeps the status of each answer. */
final class Officer {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = Json.mapper();
    private final String base;
    private final String token;

    Officer(String baseUrl, String token) {
        this.base = baseUrl + "/api/v1";
        this.token = token;
    }

    /** One answer. */
    record Answer(int status, JsonNode body) {
        String id() {
            return body.path("id").asText();
        }
    }

    Answer json(String path, Object form, Map<String, String> headers) {
        return post(path, "application/json", JSON.valueToTree(form).toString(), headers);
    }

    Answer cap(String message) {
        return post("/alerts", "application/cap+xml", message, Map.of());
    }

    Answer csv(String path, String list) {
        return post(path, "text/csv", list, Map.of());
    }

    Answer put(String path, Object form) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(form).toString())));
    }

    Answer delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).DELETE());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    private Answer post(String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(
                    request.header("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
