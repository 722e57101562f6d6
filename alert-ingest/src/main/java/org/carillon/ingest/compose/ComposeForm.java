package org.carillon.ingest.compose;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.CapPolygon;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of an alert, as it was sent: every member may be missing, {@link FormReader} says what is wrong.
 *
 * @param template the approved wording and what was filled in; null where the form has texts only
 * @param areas codes of districts
 * @param polygons rings of the GeoJSON geometry, without holes
 * @param texts by language
 * @param acknowledgeUnreviewed languages of a Cancel or correction that its author accepts though nobody has reviewed them
 */
public record ComposeForm(
        @Nullable String purpose,
        @Nullable String topic,
        @Nullable TemplateUse template,
        @Nullable Status status,
        @Nullable MsgType msgType,
        @Nullable Scope scope,
        List<Category> categories,
        @Nullable Severity severity,
        @Nullable Urgency urgency,
        @Nullable Certainty certainty,
        List<ResponseType> responseTypes,
        List<String> areas,
        List<CapPolygon> polygons,
        @Nullable OffsetDateTime expires,
        List<String> channels,
        boolean question,
        Map<String, AlertText> texts,
        @Nullable String reason,
        List<String> acknowledgeUnreviewed) {
    public ComposeForm {
        categories = List.copyOf(categories);
        responseTypes = List.copyOf(responseTypes);
        areas = List.copyOf(areas);
        polygons = List.copyOf(polygons);
        channels = List.copyOf(channels);
        acknowledgeUnreviewed = List.copyOf(acknowledgeUnreviewed);
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** Of it only what a correction may say in its author's own words. */
    public ComposeForm asCorrection(Map<String, AlertText> words) {
        return new ComposeForm(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                words,
                reason,
                acknowledgeUnreviewed);
    }
}
