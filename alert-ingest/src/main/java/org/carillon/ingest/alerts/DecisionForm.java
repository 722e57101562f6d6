package org.carillon.ingest.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an approver says with a decision; everything may be missing.
 *
 * @param placeName the name of the place that an Extreme alert is for, typed by hand
 */
record DecisionForm(
        @Nullable String reason,
        @Nullable String renditionsDigest,
        List<String> acknowledgeUnreviewed,
        @Nullable String placeName) {
    static final DecisionForm EMPTY = new DecisionForm(null, null, List.of(), null);

    @JsonCreator
    DecisionForm(
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("renditionsDigest") @Nullable String renditionsDigest,
            @JsonProperty("acknowledgeUnreviewed") @Nullable List<String> acknowledgeUnreviewed,
            @JsonProperty("placeName") @Nullable String placeName) {
        this.reason = reason;
        this.renditionsDigest = renditionsDigest;
        this.acknowledgeUnreviewed = acknowledgeUnreviewed == null ? List.of() : List.copyOf(acknowledgeUnreviewed);
        this.placeName = placeName == null || placeName.isBlank() ? null : placeName.strip();
    }

    static DecisionForm read(RequestBody body) {
        if (body.isEmpty()) {
            return EMPTY;
        }
        try {
            DecisionForm form = Json.mapper().readValue(body.bytes(), DecisionForm.class);
            return form == null ? EMPTY : form;
        } catch (IOException e) {
            throw ProblemException.badRequest("The body has to be {\"reason\": text, \"acknowledgeUnreviewed\":"
                    + " [language], \"placeName\": text}, or empty.");
        }
    }
}
