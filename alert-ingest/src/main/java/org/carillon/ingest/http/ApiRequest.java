package org.carillon.ingest.http;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.schemas.account.Actor;

/**
 * One request, after authentication.
 *
 * @param path values of the path's parameters by name
 * @param query first value of each query parameter
 * @param headers by lower-case name
 */
public record ApiRequest(
        String operationId,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        RequestBody body,
        Actor actor,
        String sender) {
    public ApiRequest {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A path parameter that the route guarantees. */
    public String pathValue(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }

    public Optional<String> queryValue(String name) {
        return Optional.ofNullable(query.get(name)).filter(v -> !v.isBlank());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The media type of the body without parameters, in lower case; empty where none was sent. */
    public String mediaType() {
        return header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
