package org.carillon.schemas.audience;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.cap.Severity;
import org.jspecify.annotations.Nullable;

/** What the life cycle asks of every audience partition; the value of topic {@code carillon.audience-queries}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AudienceQuery.Cut.class, name = "cut"),
    @JsonSubTypes.Type(value = AudienceQuery.Count.class, name = "count"),
    @JsonSubTypes.Type(value = AudienceQuery.Dismiss.class, name = "dismiss"),
    @JsonSubTypes.Type(value = AudienceQuery.Withdraw.class, name = "withdraw")
})
public sealed interface AudienceQuery {
    AlertId alertId();

    /**
     * Cut the audience of an issued alert: those who match, and with {@code follows} those who were reached by an alert
     * that this one follows.
     *
     * @param match whom to find in the index, or null where only those reached before are meant (Cancel, all-clear, correction)
     * @param follows all alerts that it follows, transitively
     * @param languages the languages of its renditions, first the one for those whose own is missing
     * @param formats which formats exist for each of these languages in every channel
     * @param made the renditions that there are, or null where every channel has every language in these formats
     * @param issuedAt when the decision fell: latencies count from here
     */
    record Cut(
            AlertId alertId,
            int version,
            Lane lane,
            Severity severity,
            @Nullable Match match,
            List<AlertId> follows,
            List<String> channels,
            List<String> languages,
            List<ContentFormat> formats,
            @Nullable List<Made> made,
            Instant issuedAt,
            Instant expires)
            implements AudienceQuery {
        public Cut {
            Objects.requireNonNull(alertId, "alertId");
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(issuedAt, "issuedAt");
            Objects.requireNonNull(expires, "expires");
            follows = List.copyOf(follows);
            channels = List.copyOf(channels);
            languages = List.copyOf(languages);
            formats = List.copyOf(formats);
            made = made == null ? null : List.copyOf(made);
        }
    }

    /**
     * Only count who would be matched, for the preview: nothing is cut, nobody is told. Answered by an
     * {@link AudienceEstimate} of each partition.
     *
     * @param languages the languages of its renditions, first the one for those whose own is missing
     * @param made the renditions that there are, or null where every channel has every language
     */
    record Count(
            AlertId alertId,
            int version,
            Match match,
            List<String> channels,
            List<String> languages,
            @Nullable List<Made> made)
            implements AudienceQuery {
        public Count {
            Objects.requireNonNull(alertId, "alertId");
            Objects.requireNonNull(match, "match");
            channels = List.copyOf(channels);
            languages = List.copyOf(languages);
            made = made == null ? null : List.copyOf(made);
        }
    }

    /** Nobody waits for that count any more, as the alert was decided about: stop it, and take the estimate back. */
    record Dismiss(AlertId alertId, int version) implements AudienceQuery {}

    /** Stop cutting this alert: it was cancelled, superseded or has expired. Who was reached is kept until {@code keepUntil}. */
    record Withdraw(AlertId alertId, Instant at, Instant keepUntil) implements AudienceQuery {}

    /** One rendition that was made. */
    record Made(String channel, String language, ContentFormat format) {}

    /**
     * The rule of matching: purpose equal, districts intersect, and (severity at or above LEVEL or topic among TOPICS).
     *
     * @param purpose code of the purpose
     * @param districts codes of the districts, never empty
     * @param topic code of the topic
     */
    record Match(String purpose, List<String> districts, String topic, Severity severity) {
        public Match {
            districts = List.copyOf(districts);
            if (districts.isEmpty()) {
                throw new IllegalArgumentException("an alert without a district reaches nobody, never everybody");
            }
        }
    }
}
