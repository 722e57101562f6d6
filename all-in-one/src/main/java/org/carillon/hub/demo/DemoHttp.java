package org.carillon.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.carillon.schemas.topic.Json;

/** Speaks to the hub and the simulator from outside, as officers and residents do. */
public final class DemoHttp implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = Json.mapper();

    /**
     * Posts JSON.
     *
     * @param token empty to send none
     * @throws StoryException for any answer of 300 or more, and for none
     */
    public JsonNode post(String url, String token, Object body) {
        HttpRequest.Builder request = request(url, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()));
        return send(request.build());
    }

    /** Reads JSON, in the same way. */
    public JsonNode get(String url, String token) {
        return send(request(url, token).GET().build());
    }

    /** Erases; for anything but 2xx as {@link #post}. */
    public void delete(String url, String token) {
        send(request(url, token).DELETE().build());
    }

    /** A page as a reader gets it, whatever the status. */
    public HttpResponse<String> page(String url) {
        try {
            return http.send(request(url, "").GET().build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StoryException(URI.create(url).getPath() + " gave no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted");
        }
    }

    private static HttpRequest.Builder request(String url, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Accept", "application/json, */*;q=0.5");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new StoryException(request.method() + " " + request.uri().getPath() + " was answered "
                        + response.statusCode() + detail(response.body()));
            }
            JsonNode body = json.readTree(response.body());
            return body;
        } catch (IOException e) {
            throw new StoryException(request.uri().getPath() + " gave no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted");
        }
    }

    /** What a problem (RFC 9457) says; nothing for an answer that is none, such as a page. */
    private String detail(byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            return ": " + problem.path("detail").asText(problem.path("title").asText());
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
