package org.carillon.schemas.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * What an officer or partner proposes and the router decides about; never changed after approval.
 *
 * @param purpose the purpose whose subscriptions may be read (principle: purpose and proportionality)
 * @param topic code of the topic
 * @param districts codes of the districts concerned, in the city pack's order; never empty for an alert that goes to residents
 * @param matchedBy for each district what matched it ({@code POLYGON}, {@code CIRCLE}, {@code GEOCODE}, {@code AREA})
 * @param texts by BCP 47 language, in the order of the infos
 * @param expires from then on the alert is no longer in force
 * @param references the triples as written
 * @param channels names of the channels it goes to; never empty
 * @param question true where residents are asked to answer
 * @param contentDigest hex SHA-256 of what was submitted: a repeat with the same is a repeat, with another a conflict
 * @param renditionsDigest hex SHA-256 over all renditions: what is approved is what is sent
 * @param template the approved wording it was made from, or null where all texts are the officer's or sender's own
 */
public record AlertContent(
        String identifier,
        String sender,
        OffsetDateTime sent,
        Status status,
        MsgType msgType,
        Scope scope,
        String purpose,
        String topic,
        Category category,
        Severity severity,
        Urgency urgency,
        Certainty certainty,
        List<ResponseType> responseTypes,
        List<String> districts,
        Map<String, String> matchedBy,
        Map<String, AlertText> texts,
        Instant expires,
        List<AlertReference> references,
        List<String> channels,
        boolean question,
        SignatureCheck signature,
        String contentDigest,
        String renditionsDigest,
        @Nullable TemplateUse template) {
    public AlertContent {
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(msgType, "msgType");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(certainty, "certainty");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(contentDigest, "contentDigest");
        Objects.requireNonNull(renditionsDigest, "renditionsDigest");
        responseTypes = List.copyOf(responseTypes);
        districts = List.copyOf(districts);
        matchedBy = Map.copyOf(matchedBy);
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        references = List.copyOf(references);
        channels = List.copyOf(channels);
    }

    /** The id that follows from sender, identifier and sent. */
    public AlertId id() {
        return AlertId.of(sender, identifier, sent.toInstant());
    }

    /** Whether residents may get it at all: only Actual and Public ever leave the hub. */
    public boolean forResidents() {
        return status == Status.ACTUAL && scope == Scope.PUBLIC && msgType != MsgType.ACK && msgType != MsgType.ERROR;
    }
}
