package org.carillon.schemas.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.command.CapBytes;
import org.jspecify.annotations.Nullable;

/**
 * What came of one item of a feed; the value of topic {@code carillon.feed-items}. For an item that was not taken this is its dead
 * letter.
 *
 * @param item 26 characters that stand for this state of the item: one that changes is another
 * @param alertId the alert that it became or already was, or null
 * @param reason why it was not taken, what was mended, or why it is suspected; or null
 * @param original the bytes as they came, of what was not taken as it was; or null
 */
public record FeedItem(
        String feed,
        String item,
        Outcome outcome,
        @Nullable AlertId alertId,
        @Nullable String reason,
        @Nullable CapBytes original,
        Instant at) {
    public FeedItem {
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(at, "at");
    }

    /** Key of the record. */
    public static String key(String feed, String item) {
        return feed + '/' + item;
    }

    /** What is kept in memory of it. */
    public FeedItem withoutOriginal() {
        return new FeedItem(feed, item, outcome, alertId, reason, null, at);
    }

    /** What became of an item. */
    public enum Outcome {
        /** A new alert. */
        @JsonProperty("taken")
        TAKEN,
        /** The hub had it already, from this feed or from elsewhere. */
        @JsonProperty("known")
        KNOWN,
        /** It is about other places than this city. */
        @JsonProperty("elsewhere")
        ELSEWHERE,
        /** It was over before it came. */
        @JsonProperty("over")
        OVER,
        /** A person has to look at it. */
        @JsonProperty("quarantined")
        QUARANTINED,
        /** It breaks a rule. */
        @JsonProperty("refused")
        REFUSED
    }
}
