package org.carillon.ingest.http;

import java.util.Map;

/** One answer. */
public record ApiResponse(int status, Map<String, String> headers, Object body) {
    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    public static ApiResponse ok(Object body) {
        return new ApiResponse(200, Map.of(), body);
    }

    public static ApiResponse created(String location, Object body) {
        return new ApiResponse(201, Map.of("Location", location), body);
    }

    /** The command is safe, its decision is not known yet: ask at {@code location}. */
    public static ApiResponse accepted(String location, Object body) {
        return new ApiResponse(202, Map.of("Location", location), body);
    }
}
