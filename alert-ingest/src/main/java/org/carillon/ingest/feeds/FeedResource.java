package org.carillon.ingest.feeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the API shows it.
 *
 * @param secondPerson whether its alerts wait for one now
 * @param act which would let them go out without, and waits for a second administrator; or null
 * @param problem why it could not be read at the last time, or null
 * @param outcomes how many of its items of the last thirty days came to what
 * @param items the latest of those that a person may want to look at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedResource(
        String name,
        String url,
        List<String> senders,
        String mode,
        @Nullable String purpose,
        @Nullable String topic,
        boolean secondPerson,
        @Nullable String act,
        int intervalSeconds,
        boolean active,
        String setBy,
        Instant setAt,
        @Nullable Instant polledAt,
        @Nullable Instant readAt,
        @Nullable String problem,
        Map<FeedItem.Outcome, Long> outcomes,
        List<Item> items) {
    private static final int MOST_ITEMS = 50;

    /** One item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String item,
            FeedItem.Outcome outcome,
            @Nullable String alertId,
            @Nullable String reason,
            Instant at) {}

    static FeedResource of(
            Feed feed, boolean trusted, Optional<String> act, Optional<FeedState> state, Collection<FeedItem> items) {
        return new FeedResource(
                feed.name(),
                feed.url(),
                feed.senders(),
                feed.lenient() ? "lenient" : "strict",
                feed.purpose(),
                feed.topic(),
                !trusted,
                act.orElse(null),
                feed.intervalSeconds(),
                feed.active(),
                feed.setBy(),
                feed.setAt(),
                state.map(FeedState::polledAt).orElse(null),
                state.map(FeedState::readAt).orElse(null),
                state.map(FeedState::problem).orElse(null),
                items.stream().collect(Collectors.groupingBy(FeedItem::outcome, TreeMap::new, Collectors.counting())),
                items.stream()
                        .filter(FeedResource::isWorthALook)
                        .limit(MOST_ITEMS)
                        .map(FeedResource::item)
                        .toList());
    }

    private static boolean isWorthALook(FeedItem item) {
        return switch (item.outcome()) {
            case TAKEN, QUARANTINED, REFUSED -> true;
            case KNOWN, ELSEWHERE, OVER -> false;
        };
    }

    private static Item item(FeedItem item) {
        return new Item(
                item.item(),
                item.outcome(),
                item.alertId() == null ? null : item.alertId().value(),
                item.reason(),
                item.at());
    }
}
