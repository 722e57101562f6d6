package org.carillon.ingest.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.reach.Reach;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API shows it.
 *
 * @param submittedAt since when approvers are waited for
 * @param approvalSeconds how long they have taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertResource(
        String id,
        String verificationCode,
        String identifier,
        String sender,
        String sent,
        Status status,
        MsgType msgType,
        Scope scope,
        AlertState state,
        int version,
        String author,
        @Nullable String decidedBy,
        @Nullable String reason,
        String purpose,
        String topic,
        List<String> languages,
        List<String> areas,
        Map<String, String> matchedBy,
        Severity severity,
        Instant expires,
        List<String> channels,
        List<String> references,
        SignatureCheck signature,
        @Nullable AlertSource source,
        String renditionsDigest,
        List<String> acknowledgedUnreviewed,
        Instant submittedAt,
        @Nullable Long approvalSeconds,
        @Nullable Instant issuedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long audience,
        Map<String, AlertText> texts,
        @JsonProperty("_links") Map<String, Link> links) {

    /** One link, as HAL writes it. */
    public record Link(String href) {}

    static AlertResource of(Alert alert, Optional<Reach> reach) {
        AlertContent content = alert.content();
        return new AlertResource(
                alert.id().value(),
                alert.verificationCode().value(),
                content.identifier(),
                content.sender(),
                CapTime.of(content.sent()).text(),
                content.status(),
                content.msgType(),
                content.scope(),
                alert.state(),
                alert.version(),
                alert.author(),
                alert.decidedBy(),
                alert.reason(),
                content.purpose(),
                content.topic(),
                List.copyOf(content.texts().keySet()),
                content.districts(),
                content.matchedBy(),
                content.severity(),
                content.expires(),
                content.channels(),
                content.references().stream()
                        .map(r -> r.sender()
                                + ','
                                + r.identifier()
                                + ','
                                + CapTime.of(r.sent()).text())
                        .toList(),
                content.signature(),
                content.source(),
                content.renditionsDigest(),
                alert.acknowledgedUnreviewed(),
                alert.submittedAt(),
                approvalSeconds(alert),
                alert.issuedAt(),
                alert.endedAt(),
                alert.endedBy() == null ? null : alert.endedBy().value(),
                reach.map(Reach::audience).orElse(0L),
                content.texts(),
                links(alert));
    }

    /** How long approvers have taken; null where nobody was waited for, or still is. */
    private static @Nullable Long approvalSeconds(Alert alert) {
        Instant issued = alert.issuedAt();
        boolean approved = issued != null
                && alert.decidedBy() != null
                && !alert.decidedBy().equals(alert.author());
        return approved ? Duration.between(alert.submittedAt(), issued).toSeconds() : null;
    }

    static String location(AlertId id) {
        return "/api/v1/alerts/" + id;
    }

    /** Itself, its views, and the steps that its state allows. */
    private static Map<String, Link> links(Alert alert) {
        String self = location(alert.id());
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("self", new Link(self));
        for (String view : List.of("history", "preview", "reach")) {
            links.put(view, new Link(self + '/' + view));
        }
        switch (alert.state()) {
            case DRAFT, RETURNED -> links.put("submit", new Link(self + "/submit"));
            case PENDING_APPROVAL, QUARANTINED ->
                List.of("approve", "reject", "return").forEach(step -> links.put(step, new Link(self + '/' + step)));
            case ISSUED ->
                List.of("update", "cancel", "correct").forEach(step -> links.put(step, new Link(self + '/' + step)));
            case REJECTED, SUPERSEDED, CANCELLED, EXPIRED -> {}
        }
        return links;
    }
}
