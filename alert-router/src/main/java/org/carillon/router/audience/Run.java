package org.carillon.router.audience;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.jspecify.annotations.Nullable;

/**
 * One alert's fan-out in one partition and how far it has come: all that a crash must not forget. Stored in the transaction
 * of the batches that it counts, so that it goes on exactly behind the last of them.
 *
 * @param cursor last ordinal that was looked at in the index, or -1
 * @param follow which of {@link Cut#follows()} is being followed
 * @param followChunk the next chunk of that one to be followed
 * @param chunks how many batches were cut: their numbers are 0 to {@code chunks} - 1
 * @param drained the channels that will write no more intents for this alert
 * @param keepUntil until when its chunks are kept, once it is withdrawn
 */
record Run(
        Cut cut,
        Phase phase,
        int cursor,
        int follow,
        int followChunk,
        int chunks,
        Set<String> drained,
        @Nullable Instant keepUntil) {
    /** Where a run stands; it only moves on. */
    enum Phase {
        /** Those whom the index matches. */
        INDEX,
        /** Those reached by the alerts that this one follows. */
        FOLLOW,
        /** Nobody else will be cut. */
        DONE
    }

    Run {
        drained = Set.copyOf(drained);
    }

    /** A run that has not begun; it ends at once where no channel has an audience or no rendition. */
    static Run of(Cut cut) {
        Run run = new Run(cut, Phase.INDEX, -1, 0, 0, 0, Set.of(), null);
        if (!cut.channels().contains(AudienceNodes.SMS) || cut.languages().isEmpty()) {
            return run.stopped();
        }
        return cut.match() == null ? run.indexed(0) : run;
    }

    AlertId alertId() {
        return cut.alertId();
    }

    Lane lane() {
        return cut.lane();
    }

    boolean done() {
        return phase == Phase.DONE;
    }

    boolean expired(Instant now) {
        return !now.isBefore(cut.expires());
    }

    /** Cut up to that ordinal, more to come. */
    Run cutUpTo(int ordinal, int chunksNow) {
        return new Run(cut, phase, ordinal, follow, followChunk, chunksNow, drained, keepUntil);
    }

    /** The index has been walked to its end. */
    Run indexed(int chunksNow) {
        Phase next = cut.follows().isEmpty() ? Phase.DONE : Phase.FOLLOW;
        return new Run(cut, next, cursor, follow, followChunk, chunksNow, drained, keepUntil);
    }

    /** Followed up to that chunk of that alert; at the end where there is no such alert. */
    Run followedTo(int alert, int chunk, int chunksNow) {
        Phase next = alert < cut.follows().size() ? Phase.FOLLOW : Phase.DONE;
        return new Run(cut, next, cursor, alert, chunk, chunksNow, drained, keepUntil);
    }

    Run stopped() {
        return new Run(cut, Phase.DONE, cursor, follow, followChunk, chunks, drained, keepUntil);
    }

    Run withdrawn(Instant keep) {
        return new Run(cut, Phase.DONE, cursor, follow, followChunk, chunks, drained, keep);
    }

    Run drainedBy(String channel) {
        Set<String> more = new HashSet<>(drained);
        more.add(channel);
        return new Run(cut, phase, cursor, follow, followChunk, chunks, more, keepUntil);
    }

    /** Only its first chunks are left. */
    Run withChunks(int left) {
        return new Run(cut, phase, cursor, follow, followChunk, left, drained, keepUntil);
    }
}
