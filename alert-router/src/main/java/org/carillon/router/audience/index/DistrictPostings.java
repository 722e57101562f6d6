package org.carillon.router.audience.index;

import java.util.Arrays;
import java.util.function.Consumer;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.Level;
import org.jspecify.annotations.Nullable;

/**
 * The posting lists of one purpose and district: one per LEVEL, which together hold everybody, and one per topic, which holds
 * those whose LEVEL does not let everything through. So an alert walks only lists of people who want it.
 */
final class DistrictPostings {
    private static final int LEVELS = Level.values().length;

    private @Nullable Postings[] lists = new Postings[LEVELS];

    /** A list is named by its place: the levels first, then the topics. */
    static boolean holds(int list, AudienceEntryView entry) {
        return list < LEVELS
                ? entry.level().code() == list
                : entry.level() != Level.ALL && entry.hasTopic(list - LEVELS);
    }

    /** The lists that hold such an entry, as a bit set; the last topics of 64 have no list, there is no bit left for them. */
    static long listsOf(AudienceEntryView entry) {
        long topics = entry.level() == Level.ALL ? 0 : entry.topics() << LEVELS;
        return 1L << entry.level().code() | topics;
    }

    Postings list(int list) {
        if (list >= lists.length) {
            lists = Arrays.copyOf(lists, list + 1);
        }
        Postings postings = lists[list];
        if (postings == null) {
            postings = new Postings();
            lists[list] = postings;
        }
        return postings;
    }

    /** Hands over the lists that can hold somebody who matches. */
    void relevant(Criteria criteria, Consumer<Postings> to) {
        int topicList = LEVELS + criteria.topic();
        boolean listed = topicList < Long.SIZE;
        boolean everybody = true;
        for (Level level : Level.values()) {
            if (criteria.admits(level) || !listed) {
                offer(level.code(), to);
            } else {
                everybody = false;
            }
        }
        if (!everybody && criteria.topic() >= 0) {
            offer(topicList, to);
        }
    }

    private void offer(int list, Consumer<Postings> to) {
        Postings postings = list < lists.length ? lists[list] : null;
        if (postings != null && postings.size() > 0) {
            to.accept(postings);
        }
    }
}
