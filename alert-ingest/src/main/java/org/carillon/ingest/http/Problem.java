package org.carillon.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.carillon.schemas.cap.rules.CapViolation;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it, with what was at fault in the input.
 *
 * @param violations rule, path, line, column, message of each fault; empty where it is not the input
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, @Nullable String detail, List<CapViolation> violations) {
    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, List.of());
    }
}
