package org.carillon.schemas.transparency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the log tells of it: what was sent, where to, by what right, and the digests of all its forms; neither a text nor a
 * person.
 *
 * @param code the one in every message that residents got
 * @param languages BCP 47, in the order of the infos
 * @param areas codes of the districts
 * @param references the messages that it follows, as it names them
 * @param follows ids of all that it follows, transitively
 * @param reason why a lone officer did not wait, which that officer was told becomes public; null for everyone else
 * @param unreviewed languages that went out without a review, acknowledged by name
 * @param capDigest hex SHA-256 of the CAP message as it is published, or null for one submitted before this was kept
 * @param renditionsDigest hex SHA-256 over all renditions, as the approval froze them
 */
public record LoggedAlert(
        AlertId id,
        VerificationCode code,
        String sender,
        String identifier,
        OffsetDateTime sent,
        Status status,
        MsgType msgType,
        Severity severity,
        String topic,
        List<String> languages,
        List<String> areas,
        Instant expires,
        List<AlertReference> references,
        List<AlertId> follows,
        Decider decidedBy,
        @Nullable String reason,
        Instant decidedAt,
        SignatureState signature,
        List<String> unreviewed,
        @Nullable String capDigest,
        String renditionsDigest,
        List<RenditionDigest> renditions) {
    public LoggedAlert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(decidedAt, "decidedAt");
        Objects.requireNonNull(renditionsDigest, "renditionsDigest");
        languages = List.copyOf(languages);
        areas = List.copyOf(areas);
        references = List.copyOf(references);
        follows = List.copyOf(follows);
        unreviewed = List.copyOf(unreviewed);
        renditions = List.copyOf(renditions);
    }
}
