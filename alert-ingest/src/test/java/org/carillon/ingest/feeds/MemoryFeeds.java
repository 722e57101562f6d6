package org.carillon.ingest.feeds;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.ingest.kafka.FeedStore;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;

/** Feeds in memory. */
final class MemoryFeeds implements FeedStore {
    final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    final Map<String, FeedState> states = new ConcurrentHashMap<>();
    final Map<String, FeedItem> items = new ConcurrentHashMap<>();

    @Override
    public Collection<Feed> feeds() {
        return feeds.values();
    }

    @Override
    public Optional<FeedState> state(String feed) {
        return Optional.ofNullable(states.get(feed));
    }

    @Override
    public Optional<FeedItem> item(String feed, String item) {
        return Optional.ofNullable(items.get(FeedItem.key(feed, item)));
    }

    @Override
    public List<FeedItem> items(String feed) {
        return items.values().stream()
                .filter(item -> item.feed().equals(feed))
                .sorted(Comparator.comparing(FeedItem::at).reversed())
                .toList();
    }

    @Override
    public void keep(Feed feed) {
        feeds.put(feed.name(), feed);
    }

    @Override
    public void keep(FeedState state) {
        states.put(state.feed(), state);
    }

    @Override
    public void keep(FeedItem item) {
        items.put(FeedItem.key(item.feed(), item.item()), item);
    }
}
