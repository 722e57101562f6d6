package org.carillon.router.transparency;

import java.util.List;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.merkle.Frontier;
import org.jspecify.annotations.Nullable;

/**
 * Where the log stands; everything that appending needs, in the transaction of the entry.
 *
 * @param frontier the tree's right-hand edge
 * @param readTo offset of the last fact that was taken, or -1: the group's own position is forgotten after a week at rest
 * @param policy of the last entry that told of it, or null
 */
record LogState(Frontier frontier, long readTo, @Nullable List<LogFact.Setting> policy) {
    static final LogState NEW = new LogState(Frontier.EMPTY, -1, null);

    LogState {
        policy = policy == null ? null : List.copyOf(policy);
    }

    LogState at(Frontier next) {
        return new LogState(next, readTo, policy);
    }

    LogState readTo(long offset) {
        return new LogState(frontier, offset, policy);
    }

    LogState policy(List<LogFact.Setting> settings) {
        return new LogState(frontier, readTo, settings);
    }
}
