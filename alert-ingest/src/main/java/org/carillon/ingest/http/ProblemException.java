package org.carillon.ingest.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.cap.rules.CapViolation;

/** Ends an operation with a problem; the only exception that operations throw on purpose. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public static ProblemException of(Problem problem) {
        return new ProblemException(problem, Map.of());
    }

    public static ProblemException badRequest(String detail) {
        return of(Problem.of(400, "Bad Request", detail));
    }

    public static ProblemException unauthorized(String detail) {
        return new ProblemException(
                Problem.of(401, "Unauthorized", detail), Map.of("WWW-Authenticate", "Bearer realm=\"carillon\""));
    }

    public static ProblemException forbidden(String detail) {
        return of(Problem.of(403, "Forbidden", detail));
    }

    public static ProblemException notFound(String detail) {
        return of(Problem.of(404, "Not Found", detail));
    }

    public static ProblemException conflict(String detail) {
        return of(Problem.of(409, "Conflict", detail));
    }

    public static ProblemException unsupportedMediaType(String detail) {
        return of(Problem.of(415, "Unsupported Media Type", detail));
    }

    /** The input breaks rules: all of them are listed. */
    public static ProblemException unprocessable(String detail, List<CapViolation> violations) {
        return of(new Problem("about:blank", "Unprocessable Content", 422, detail, violations));
    }

    /** Too many wrong attempts: not before that time. */
    public static ProblemException tooMany(String detail, Duration wait) {
        return new ProblemException(
                Problem.of(429, "Too Many Requests", detail),
                Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1))));
    }

    /** Kafka is away: nothing was taken, try again. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(Problem.of(503, "Service Unavailable", detail), Map.of("Retry-After", "5"));
    }
}
