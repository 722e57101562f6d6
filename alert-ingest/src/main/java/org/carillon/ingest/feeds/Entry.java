package org.carillon.ingest.feeds;

import org.carillon.schemas.command.CapBytes;

/** One item of a feed: it has the message in it, or says where it is. */
sealed interface Entry {
    /** Stands for this state of the item: the same as long as nothing in it changes. */
    String key();

    /**
     * The message is elsewhere.
     *
     * @param href as written, perhaps relative to the feed
     */
    record Linked(String key, String href) implements Entry {}

    /** The message is in the item. */
    record Embedded(String key, CapBytes message) implements Entry {}

    /** Neither. */
    record Bare(String key) implements Entry {}
}
