package org.carillon.router.audience.index;

import org.carillon.schemas.audience.AudienceEntryView;

/**
 * The active subscriptions of one partition, by ordinal. Called by the partition's stream thread only, never while a
 * {@link Walk} is under way.
 */
public interface AudienceIndex {
    /** Takes or replaces a subscription; {@code entry} is the value of topic {@code carillon.audience}. */
    void put(int ordinal, byte[] entry);

    /** Forgets a subscription; nothing happens where there is none. */
    void remove(int ordinal);

    /** How many subscriptions there are. */
    int size();

    /** Moves the view to a subscription; false, and the view untouched, where there is none. */
    boolean read(int ordinal, AudienceEntryView into);

    /** Those that the criteria match with an ordinal greater than {@code after}, ascending, each once. */
    Walk walk(Criteria criteria, int after);

    /** A walk over matched subscriptions; it ends with the next change of the index. */
    interface Walk {
        /** Moves on; false at the end. */
        boolean next();

        int ordinal();

        /** The subscription's first district among those asked for. */
        int district();

        AudienceEntryView entry();
    }
}
