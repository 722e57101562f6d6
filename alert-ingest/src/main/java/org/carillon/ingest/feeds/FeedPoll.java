package org.carillon.ingest.feeds;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.ingest.feeds.FeedIntake.Intake;
import org.carillon.ingest.feeds.Fetching.Fetched;
import org.carillon.ingest.kafka.FeedStore;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedItem.Outcome;
import org.carillon.schemas.feed.FeedState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a feed once and takes what is new in it. What is missing from a feed means nothing: only a Cancel cancels. An item that cannot be
 * taken is kept with its reason and stops no other.
 */
final class FeedPoll {
    private static final Logger LOGGER = LoggerFactory.getLogger(FeedPoll.class);
    private static final int MOST_ATTEMPTS = 5;

    private final FeedStore store;
    private final Fetching fetching;
    private final FeedIntake intake;
    private final Clock clock;
    /** How often an item could not be had; forgotten with the process. */
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    FeedPoll(FeedStore store, Fetching fetching, FeedIntake intake, Clock clock) {
        this.store = store;
        this.fetching = fetching;
        this.intake = intake;
        this.clock = clock;
    }

    void poll(Feed feed) {
        Instant now = clock.instant();
        URI url = URI.create(feed.url());
        Optional<FeedState> before =
                store.state(feed.name()).filter(state -> state.url().equals(feed.url()));
        @Nullable String etag = before.map(FeedState::etag).orElse(null);
        @Nullable String lastModified = before.map(FeedState::lastModified).orElse(null);
        @Nullable Instant readAt = before.map(FeedState::readAt).orElse(null);
        FeedState after = switch (fetching.fetch(url, etag, lastModified, FeedDocument.MOST_BYTES)) {
            case Fetched.Unchanged unchanged ->
                new FeedState(feed.name(), feed.url(), etag, lastModified, now, now, null);
            case Fetched.Failed failed ->
                new FeedState(feed.name(), feed.url(), etag, lastModified, now, readAt, failed.reason());
            case Fetched.Document document -> read(feed, document, now, readAt);
        };
        store.keep(after);
        LOGGER.atInfo()
                .addKeyValue("feed", feed.name())
                .addKeyValue("problem", after.problem() == null ? "none" : after.problem())
                .log("feed was asked");
    }

    private FeedState read(Feed feed, Fetched.Document document, Instant now, @Nullable Instant readAt) {
        return switch (FeedDocument.read(document.bytes().value())) {
            case FeedDocument.Reading.Unreadable unreadable ->
                new FeedState(feed.name(), feed.url(), null, null, now, readAt, unreadable.reason());
            case FeedDocument.Reading.Items items -> {
                int later = 0;
                // The latest item is the first in a feed; what it updates or cancels has to come before it.
                for (Entry entry : items.entries().reversed()) {
                    if (store.item(feed.name(), entry.key()).isEmpty() && !settle(feed, document.url(), entry)) {
                        later++;
                    }
                }
                // Without the ETag the whole feed comes again, and with it what could not be had.
                yield new FeedState(
                        feed.name(),
                        feed.url(),
                        later == 0 ? document.etag() : null,
                        later == 0 ? document.lastModified() : null,
                        now,
                        now,
                        problem(later, items.leftOut()));
            }
        };
    }

    private static @Nullable String problem(int later, int leftOut) {
        if (later > 0) {
            return later + (later == 1 ? " item" : " items") + " could not be had; the next time they are tried again.";
        }
        return leftOut > 0
                ? "It has " + leftOut + " items more than the " + FeedDocument.MOST_ITEMS + " that are looked at."
                : null;
    }

    /** Whether the item is settled. */
    private boolean settle(Feed feed, URI base, Entry entry) {
        String key = FeedItem.key(feed.name(), entry.key());
        return switch (take(feed, base, entry)) {
            case Taken.Settled settled -> {
                store.keep(settled.item());
                attempts.remove(key);
                yield true;
            }
            case Taken.Later later
            when later.counts() && attempts.merge(key, 1, Integer::sum) >= MOST_ATTEMPTS -> {
                store.keep(item(feed, entry, Outcome.REFUSED, later.reason()));
                attempts.remove(key);
                yield true;
            }
            case Taken.Later later -> false;
        };
    }

    /** An item that is settled, or tried again; what lies with the hub itself does not count against it. */
    private sealed interface Taken {
        record Settled(FeedItem item) implements Taken {}

        record Later(String reason, boolean counts) implements Taken {}
    }

    private Taken take(Feed feed, URI base, Entry entry) {
        return switch (entry) {
            case Entry.Bare bare ->
                new Taken.Settled(
                        item(feed, entry, Outcome.REFUSED, "The item has neither a CAP message nor a link to one."));
            case Entry.Embedded embedded ->
                submit(feed, entry, embedded.message().toByteArray());
            case Entry.Linked linked -> {
                URI url;
                try {
                    url = base.resolve(linked.href());
                } catch (IllegalArgumentException e) {
                    yield new Taken.Settled(item(feed, entry, Outcome.REFUSED, "Its link is no URL."));
                }
                yield switch (fetching.fetch(url, null, null, CapReader.MOST_BYTES)) {
                    case Fetched.Document document ->
                        submit(feed, entry, document.bytes().value());
                    case Fetched.Unchanged unchanged -> new Taken.Later("Its message was not sent.", true);
                    case Fetched.Failed failed
                    when failed.passing() -> new Taken.Later("Its message could not be had: " + failed.reason(), true);
                    case Fetched.Failed failed ->
                        new Taken.Settled(
                                item(feed, entry, Outcome.REFUSED, "Its message could not be had: " + failed.reason()));
                };
            }
        };
    }

    private Taken submit(Feed feed, Entry entry, byte[] message) {
        Intake intaken;
        try {
            intaken = intake.take(feed, message);
        } catch (RuntimeException e) {
            // Whatever it was, it is this item's; the message of an unknown failure may quote the input.
            LOGGER.atError()
                    .addKeyValue("feed", feed.name())
                    .addKeyValue("item", entry.key())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("item of a feed failed");
            return new Taken.Later("The hub failed on it; the operator can find the reason in the log.", true);
        }
        return switch (intaken) {
            case Intake.Later later -> new Taken.Later(later.reason(), false);
            case Intake.Settled settled -> {
                LOGGER.atInfo()
                        .addKeyValue("feed", feed.name())
                        .addKeyValue("item", entry.key())
                        .addKeyValue("outcome", settled.outcome())
                        .addKeyValue("alertId", String.valueOf(settled.alertId()))
                        .log("item of a feed");
                yield new Taken.Settled(new FeedItem(
                        feed.name(),
                        entry.key(),
                        settled.outcome(),
                        settled.alertId(),
                        settled.reason(),
                        settled.asItCame() ? null : CapBytes.of(message),
                        clock.instant()));
            }
        };
    }

    private FeedItem item(Feed feed, Entry entry, Outcome outcome, String reason) {
        return new FeedItem(feed.name(), entry.key(), outcome, null, reason, null, clock.instant());
    }
}
