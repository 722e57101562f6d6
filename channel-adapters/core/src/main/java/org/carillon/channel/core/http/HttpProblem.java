package org.carillon.channel.core.http;

import java.util.Map;

/** Ends a request with a problem (RFC 9457); the only exception that handlers throw on purpose. */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;
    private final transient Map<String, String> headers;

    private HttpProblem(int status, String title, String detail, Map<String, String> headers) {
        super(title, null, false, false);
        this.status = status;
        this.detail = detail;
        this.headers = Map.copyOf(headers);
    }

    public static HttpProblem of(int status, String title, String detail) {
        return new HttpProblem(status, title, detail, Map.of());
    }

    public static HttpProblem badRequest(String detail) {
        return of(400, "Bad Request", detail);
    }

    /** {@code challenge} is the value of {@code WWW-Authenticate}. */
    public static HttpProblem unauthorized(String detail, String challenge) {
        return new HttpProblem(401, "Unauthorized", detail, Map.of("WWW-Authenticate", challenge));
    }

    public static HttpProblem notFound(String detail) {
        return of(404, "Not Found", detail);
    }

    public static HttpProblem unprocessable(String detail) {
        return of(422, "Unprocessable Content", detail);
    }

    /** Not now; try again. */
    public static HttpProblem unavailable(String detail, int retryAfterSeconds) {
        return new HttpProblem(
                503, "Service Unavailable", detail, Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    public static HttpProblem tooMany(String detail, int retryAfterSeconds) {
        return new HttpProblem(
                429, "Too Many Requests", detail, Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    public int status() {
        return status;
    }

    public String title() {
        return String.valueOf(getMessage());
    }

    public String detail() {
        return detail;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
