package org.carillon.schemas.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a feed; the value of topic {@code carillon.feed-states}. What is kept across a restart, so that an unchanged feed
 * is not read again.
 *
 * @param url that was asked: under another one nothing of this counts
 * @param etag and {@code lastModified}: what the server said of the document that was read last, or null
 * @param polledAt when it was last asked
 * @param readAt when it was last there, changed or not; or null
 * @param problem why it could not be read, or only in part, at the last time; or null
 */
public record FeedState(
        String feed,
        String url,
        @Nullable String etag,
        @Nullable String lastModified,
        Instant polledAt,
        @Nullable Instant readAt,
        @Nullable String problem) {}
