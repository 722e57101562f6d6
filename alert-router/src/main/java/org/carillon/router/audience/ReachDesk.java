package org.carillon.router.audience;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of the deliveries and reports it. Chunks are the truth, tallies are only quick: one that was put aside, or lost
 * in a crash, is counted again, a few chunks at a time, and reported when that is done. That something is still to be reported is
 * stored, so that the last state gets out even after a crash.
 */
final class ReachDesk {
    private static final int TALLIES_AT_HAND = 32;
    /** A few milliseconds: nobody's slice, no commit and no poll waits for more. */
    private static final int CHUNKS_COUNTED_AT_ONCE = 256;

    private static final byte[] MARK = {1};

    private final AudienceConfig config;
    private final ChunkShelf shelf;
    private final KeyValueStore<String, byte[]> marks;
    private final Egress egress;
    private final int partition;
    private final ReportPace pace;
    private final Set<AlertId> unreported = new LinkedHashSet<>();
    private final Set<AlertId> counting = new HashSet<>();
    private final Map<AlertId, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, Tally> eldest) {
            return size() > TALLIES_AT_HAND && !counting.contains(eldest.getKey());
        }
    };

    ReachDesk(
            AudienceConfig config,
            ChunkShelf shelf,
            KeyValueStore<String, byte[]> marks,
            Egress egress,
            int partition) {
        this.config = config;
        this.shelf = shelf;
        this.marks = marks;
        this.egress = egress;
        this.partition = partition;
        this.pace = new ReportPace(config.reportEvery());
        try (var all = marks.all()) {
            all.forEachRemaining(mark -> unreported.add(new AlertId(mark.key)));
        }
    }

    /** Takes a chunk that was cut just now and is in the store. */
    void cut(Run run, int number, Chunk chunk) {
        Tally tally = tally(run);
        if (tally.counted() == number) {
            tally.add(chunk);
        }
    }

    /** Applies a channel's report; changes that come late, twice or for nobody change nothing. */
    void take(Run run, Receipt.Progress progress) {
        Chunk chunk = shelf.find(progress.batch());
        if (chunk == null) {
            return;
        }
        Tally atHand = tallies.get(run.alertId());
        // Where the chunk is still to be counted, it is counted as it stands then.
        Tally tally = atHand != null && progress.batch().chunk() < atHand.counted() ? atHand : null;
        boolean changed = false;
        for (Receipt.Change change : progress.changes()) {
            changed |= change.index() >= 0 && change.index() < chunk.count() && apply(run, chunk, tally, change);
        }
        if (changed) {
            shelf.put(progress.batch().path(), chunk);
            mark(run.alertId());
        }
    }

    /** Notes that the alert's numbers have changed. */
    void mark(AlertId alertId) {
        if (unreported.add(alertId)) {
            marks.put(alertId.value(), MARK);
        }
    }

    /** Reports one alert now, or as soon as its chunks are counted. */
    void report(Run run) {
        if (count(run, CHUNKS_COUNTED_AT_ONCE) >= 0) {
            send(run);
        } else {
            mark(run.alertId());
        }
    }

    private void send(Run run) {
        Tally.Names names = new Tally.Names(
                place -> run.cut().languages().get(place),
                place -> config.districts().get(place));
        egress.partial(tally(run).partial(run.alertId(), partition, !run.done(), run.audiences(), names));
        unmark(run.alertId());
    }

    /** Reports those that have changed since they were last reported and may be reported again at that millisecond. */
    void reportDue(RunBook book, long now) {
        int chunks = CHUNKS_COUNTED_AT_ONCE;
        for (AlertId alertId : List.copyOf(unreported)) {
            Run run = book.find(alertId);
            if (run == null) {
                unmark(alertId);
            } else if (pace.due(alertId, now)) {
                chunks = count(run, chunks);
                if (chunks < 0) {
                    return;
                }
                send(run);
                pace.reported(alertId, now);
            }
        }
    }

    void forget(AlertId alertId) {
        tallies.remove(alertId);
        counting.remove(alertId);
        pace.forget(alertId);
        unmark(alertId);
    }

    private void unmark(AlertId alertId) {
        if (unreported.remove(alertId)) {
            marks.delete(alertId.value());
        }
    }

    private Tally tally(Run run) {
        Tally tally = tallies.get(run.alertId());
        if (tally == null) {
            tally = new Tally();
            counting.add(run.alertId());
            tallies.put(run.alertId(), tally);
        }
        return tally;
    }

    /** Counts on, at most that many chunks; how many are left of these, or -1 where the run has more. */
    private int count(Run run, int chunks) {
        Tally tally = tally(run);
        int left = chunks;
        while (tally.counted() < run.chunks()) {
            if (left == 0) {
                return -1;
            }
            left--;
            Chunk chunk = shelf.find(shelf.batchId(run.alertId(), tally.counted()));
            if (chunk == null) {
                tally.skip();
            } else {
                tally.add(chunk);
            }
        }
        counting.remove(run.alertId());
        return left;
    }

    private static boolean apply(Run run, Chunk chunk, @Nullable Tally tally, Receipt.Change change) {
        boolean changed = false;
        switch (change.status()) {
            case SENT -> {
                // Also when DELIVERED has overtaken it: the moment of the hand-off is only known here.
                if (chunk.bucket(change.index()) < 0) {
                    chunk.handedOff(
                            change.index(),
                            change.at().toEpochMilli() - run.cut().issuedAt().toEpochMilli());
                    if (tally != null) {
                        tally.handedOff(chunk, change.index());
                    }
                    changed = true;
                }
            }
            case QUEUED, INTENDED, DELIVERED, FAILED, SUPPRESSED -> {}
        }
        var before = chunk.status(change.index());
        if (before.yieldsTo(change.status())) {
            chunk.status(change.index(), change.status());
            if (tally != null) {
                tally.move(chunk, change.index(), before, change.status());
            }
            changed = true;
        }
        return changed;
    }
}
