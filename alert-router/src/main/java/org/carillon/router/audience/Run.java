package org.carillon.router.audience;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.jspecify.annotations.Nullable;

/**
 * One alert's fan-out in one partition and how far it has come: all that a crash must not forget. Stored in the transaction
 * of the batches that it counts, so that it goes on exactly behind the last of them.
 *
 * @param cursor last ordinal that was looked at in the index, or -1
 * @param follows how far {@link Cut#follows()} have been followed; null in what was stored when SMS was the only channel
 * @param chunks how many batches were cut: their numbers are 0 to {@code chunks} - 1
 * @param channels those for which a batch was cut; null as {@code follows}
 * @param drained the channels that will write no more intents for this alert
 * @param keepUntil until when its chunks are kept, once it is withdrawn
 */
record Run(
        @JsonSerialize(using = WrittenOnce.class) Cut cut,
        Phase phase,
        int cursor,
        @Nullable Following follows,
        int chunks,
        @Nullable Set<ContactChannel> channels,
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

    /**
     * How far those reached before have been followed. Channel by channel: each is followed as soon as it is known whom it reached,
     * and a channel that stands still keeps no other from telling its residents.
     *
     * @param channel the one that is being followed, or null
     * @param alert which of the alerts before
     * @param chunk the next chunk of that one
     * @param over the channels that have been followed to the end
     */
    record Following(@Nullable ContactChannel channel, int alert, int chunk, Set<ContactChannel> over) {
        static final Following NONE = new Following(null, 0, 0, Set.of());

        Following {
            over = Set.copyOf(over);
        }
    }

    Run {
        channels = channels == null ? null : Set.copyOf(channels);
        drained = Set.copyOf(drained);
    }

    /** A run that has not begun; it ends at once where no channel has an audience or no rendition. */
    static Run of(Cut cut) {
        Run run = new Run(cut, Phase.INDEX, -1, Following.NONE, 0, Set.of(), Set.of(), null);
        if (run.audiences().isEmpty() || cut.languages().isEmpty()) {
            return run.stopped();
        }
        return cut.match() == null ? run.indexed() : run;
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

    /** The alert's channels that reach each resident by a contact of their own. */
    Set<ContactChannel> audiences() {
        return cut.channels().stream()
                .map(ContactChannel::named)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContactChannel.class)));
    }

    /** Whether it has cut a batch for that channel. */
    boolean cutFor(ContactChannel channel) {
        return channels == null ? chunks > 0 && channel == ContactChannel.SMS : channels.contains(channel);
    }

    /** Whether it is known for good whom it has reached by that channel. */
    boolean settled(ContactChannel channel) {
        return done() && (!cutFor(channel) || drained.contains(channel.wireName()));
    }

    Following following() {
        return follows == null ? Following.NONE : follows;
    }

    /** Cut up to that ordinal, more to come. */
    Run cutUpTo(int ordinal) {
        return new Run(cut, phase, ordinal, follows, chunks, channels, drained, keepUntil);
    }

    /** The index has been walked to its end. */
    Run indexed() {
        Phase next = cut.follows().isEmpty() ? Phase.DONE : Phase.FOLLOW;
        return new Run(cut, next, cursor, follows, chunks, channels, drained, keepUntil);
    }

    /** Begins to follow those reached by that channel. */
    Run follow(ContactChannel channel) {
        return at(phase, new Following(channel, 0, 0, following().over()));
    }

    /** Followed up to that chunk of that alert; at the channel's end where there is no such alert. */
    Run followedTo(int alert, int chunk) {
        Following now = following();
        ContactChannel channel = now.channel();
        if (channel == null || alert < cut.follows().size()) {
            return at(phase, new Following(channel, alert, chunk, now.over()));
        }
        Set<ContactChannel> over = new HashSet<>(now.over());
        over.add(channel);
        return at(over.containsAll(audiences()) ? Phase.DONE : phase, new Following(null, 0, 0, over));
    }

    /** Has cut batches up to that number, the new ones for these channels. */
    Run withCut(int chunksNow, Set<ContactChannel> channelsOfNew) {
        Set<ContactChannel> all = EnumSet.copyOf(channelsOfNew);
        for (ContactChannel channel : ContactChannel.values()) {
            if (cutFor(channel)) {
                all.add(channel);
            }
        }
        return new Run(cut, phase, cursor, follows, chunksNow, all, drained, keepUntil);
    }

    Run stopped() {
        return at(Phase.DONE, follows);
    }

    /** Ended from outside; of two ends the one that keeps longer decides how long. */
    Run withdrawn(Instant keep) {
        Instant longest = keepUntil == null || keep.isAfter(keepUntil) ? keep : keepUntil;
        return new Run(cut, Phase.DONE, cursor, follows, chunks, channels, drained, longest);
    }

    /** The same where nothing can follow from it: a repeat, or a channel that got no batch and will get none. */
    Run drainedBy(String channel) {
        boolean concerned =
                !done() || ContactChannel.named(channel).filter(this::cutFor).isPresent();
        if (!concerned || drained.contains(channel)) {
            return this;
        }
        Set<String> more = new HashSet<>(drained);
        more.add(channel);
        return new Run(cut, phase, cursor, follows, chunks, channels, more, keepUntil);
    }

    /** Only its first chunks are left. */
    Run withChunks(int left) {
        return new Run(cut, phase, cursor, follows, left, channels, drained, keepUntil);
    }

    private Run at(Phase newPhase, @Nullable Following newFollows) {
        return new Run(cut, newPhase, cursor, newFollows, chunks, channels, drained, keepUntil);
    }
}
