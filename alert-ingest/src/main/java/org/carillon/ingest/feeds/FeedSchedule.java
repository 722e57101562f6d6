package org.carillon.ingest.feeds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.carillon.ingest.kafka.FeedStore;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each feed when it is due, each on a thread of its own, so that a slow one holds up no other. Every instance of the edge looks at
 * the same states, so that mostly one of them asks; where two do, the router knows the repeats.
 */
final class FeedSchedule implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(FeedSchedule.class);

    private final FeedStore store;
    private final FeedPoll poll;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    /** When this instance began last; a poll that failed with Kafka away has left no state. */
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();

    private final CountDownLatch over = new CountDownLatch(1);

    FeedSchedule(FeedStore store, FeedPoll poll, Clock clock) {
        this.store = store;
        this.poll = poll;
        this.clock = clock;
    }

    /** Looks every second what is due, for as long as the hub is ready for it. */
    void start(BooleanSupplier ready) {
        Thread.ofPlatform().name("feeds").daemon().start(() -> look(ready));
    }

    private void look(BooleanSupplier ready) {
        try {
            while (!over.await(1, TimeUnit.SECONDS)) {
                if (ready.getAsBoolean()) {
                    runDue();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins to ask every feed that is due and not being asked already. */
    void runDue() {
        Instant now = clock.instant();
        for (Feed feed : store.feeds()) {
            if (isDue(feed, now) && running.add(feed.name())) {
                begun.put(feed.name(), now);
                Thread.ofVirtual().name("feed-" + feed.name()).start(() -> run(feed));
            }
        }
    }

    private boolean isDue(Feed feed, Instant now) {
        Instant last = Stream.concat(
                        Optional.ofNullable(begun.get(feed.name())).stream(),
                        store
                                .state(feed.name())
                                .filter(state -> state.url().equals(feed.url()))
                                .map(FeedState::polledAt)
                                .stream())
                .max(Comparator.naturalOrder())
                .filter(at -> !feed.setAt().isAfter(at))
                .orElse(Instant.EPOCH);
        return feed.active() && Duration.between(last, now).compareTo(Duration.ofSeconds(feed.intervalSeconds())) >= 0;
    }

    private void run(Feed feed) {
        try {
            poll.poll(feed);
        } catch (RuntimeException e) {
            // The next time it is due again; the message of an unknown failure may quote the feed.
            LOGGER.atWarn()
                    .addKeyValue("feed", feed.name())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("feed could not be asked");
        } finally {
            running.remove(feed.name());
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
