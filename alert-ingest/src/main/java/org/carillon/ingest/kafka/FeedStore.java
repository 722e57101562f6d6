package org.carillon.ingest.kafka;

import java.util.Collection;
import java.util.Optional;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;

/**
 * What is known about feeds, shared by every instance of the edge. Safe for threads; asked from memory, kept in Kafka.
 *
 * <p>Keeping throws {@link org.carillon.ingest.http.ProblemException} (503) where Kafka does not acknowledge: nothing is kept then.
 */
public interface FeedStore {
    Collection<Feed> feeds();

    Optional<FeedState> state(String feed);

    /** What came of an item; without its original. */
    Optional<FeedItem> item(String feed, String item);

    /** What came of a feed's items, the latest first; without their originals. */
    Collection<FeedItem> items(String feed);

    void keep(Feed feed);

    void keep(FeedState state);

    void keep(FeedItem item);
}
