package org.carillon.ingest.office;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** What programs send about officers, stations and acts. What is missing is said all at once. */
final class OfficeForms {
    private OfficeForms() {}

    /** An officer; of a change only what changes. */
    record Officer(
            @Nullable String user,
            @Nullable String displayName,
            @Nullable Set<Role> roles,
            @Nullable String sender,
            @Nullable Boolean active,
            @Nullable Boolean reset,
            @Nullable String reason) {}

    /** A station; of a change only what changes. */
    record Station(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<String> languages,
            @Nullable List<String> areas,
            @Nullable Boolean active,
            @Nullable Boolean newKey,
            @Nullable String reason) {}

    /** The own duty telephone; a number that is left out stays. */
    record DutyForm(@Nullable String telephone, @Nullable Boolean deputy) {
        /** Without the number. */
        @Override
        public String toString() {
            return "DutyForm[deputy=" + deputy + ']';
        }
    }

    /** Why an act is confirmed or refused. */
    record Reason(@Nullable String reason) {
        @JsonCreator
        Reason(@JsonProperty("reason") @Nullable String reason) {
            this.reason = reason;
        }
    }

    static <T> T read(RequestBody body, Class<T> type) {
        try {
            T form = Json.mapper().readValue(body.bytes(), type);
            if (form != null) {
                return form;
            }
        } catch (IOException e) {
            // Said below; the parser's message may quote what was sent.
        }
        throw ProblemException.badRequest("The body has to be a JSON object as openapi.json describes it.");
    }

    /** Collects what is missing. */
    static final class Missing {
        private final List<CapViolation> violations = new ArrayList<>();

        Missing need(String field, @Nullable Object value) {
            if (value == null || (value instanceof String text && text.isBlank())) {
                wrong(field, "is missing");
            }
            return this;
        }

        Missing wrong(String field, String message) {
            violations.add(new CapViolation("FIELD", "/" + field, 0, 0, field + " " + message));
            return this;
        }

        void throwIfAny() {
            if (!violations.isEmpty()) {
                throw problem();
            }
        }

        ProblemException problem() {
            return ProblemException.unprocessable("The request is not complete.", violations);
        }
    }
}
