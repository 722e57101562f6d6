package org.carillon.rendering.push;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a browser gets, as JSON: the body of a push rendition.
 *
 * @param id the alert
 * @param tag the series that it belongs to: a browser shows only the newest of a tag
 * @param kind alert, update, cancel, all-clear or correction
 * @param severity as CAP spells it
 * @param dir ltr or rtl
 * @param url the alert's page, relative to the hub's origin
 * @param code the verification code
 */
@JsonPropertyOrder({"id", "tag", "kind", "severity", "title", "body", "lang", "dir", "url", "code"})
public record PushPayload(
        String id,
        String tag,
        String kind,
        String severity,
        String title,
        String body,
        String lang,
        String dir,
        String url,
        String code) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** The JSON, the same for the same payload to the byte. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is JSON", e);
        }
    }

    /** Reads {@link #toJson()}; empty where it is something else. */
    public static Optional<PushPayload> parse(String json) {
        try {
            return Optional.of(JSON.readValue(json, PushPayload.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    int bytes() {
        return toJson().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "PushPayload[" + kind + ", " + lang + ", " + code + "]";
    }
}
