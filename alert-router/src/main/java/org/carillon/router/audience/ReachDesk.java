package org.carillon.router.audience;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.Receipt;

/**
 * Counts what became of the deliveries and reports it. Chunks are the truth, tallies are only quick: one that was put aside is
 * counted again. That something is still to be reported is stored, so that the last state gets out even after a crash.
 */
final class ReachDesk {
    private static final int TALLIES_AT_HAND = 32;
    private static final byte[] MARK = {1};

    private final AudienceConfig config;
    private final ChunkShelf shelf;
    private final KeyValueStore<String, byte[]> marks;
    private final Egress egress;
    private final int partition;
    private final ReportPace pace;
    private final Set<AlertId> unreported = new LinkedHashSet<>();
    private final Map<AlertId, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, Tally> eldest) {
            return size() > TALLIES_AT_HAND;
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

    /** The tally of the run's chunks as they stand in the store now. */
    Tally tally(Run run) {
        Tally tally = tallies.get(run.alertId());
        if (tally == null) {
            tally = count(run);
            tallies.put(run.alertId(), tally);
        }
        return tally;
    }

    /** Applies a channel's report; changes that come late, twice or for nobody change nothing. */
    void take(Run run, Receipt.Progress progress) {
        Tally tally = tally(run);
        Chunk chunk = shelf.find(progress.batch());
        if (chunk == null) {
            return;
        }
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

    /** Reports one alert now. */
    void report(Run run) {
        Tally.Names names = new Tally.Names(
                place -> run.cut().languages().get(place),
                place -> config.districts().get(place));
        egress.partial(tally(run).partial(run.alertId(), partition, !run.done(), run.audiences(), names));
        unmark(run.alertId());
    }

    /** Reports those that have changed since they were last reported and may be reported again at that millisecond. */
    void reportDue(RunBook book, long now) {
        for (AlertId alertId : Set.copyOf(unreported)) {
            Run run = book.find(alertId);
            if (run == null) {
                unmark(alertId);
            } else if (pace.due(alertId, now)) {
                report(run);
                pace.reported(alertId, now);
            }
        }
    }

    void forget(AlertId alertId) {
        tallies.remove(alertId);
        pace.forget(alertId);
        unmark(alertId);
    }

    private void unmark(AlertId alertId) {
        if (unreported.remove(alertId)) {
            marks.delete(alertId.value());
        }
    }

    private Tally count(Run run) {
        Tally tally = new Tally();
        for (int i = 0; i < run.chunks(); i++) {
            Chunk chunk = shelf.find(shelf.batchId(run.alertId(), i));
            if (chunk != null) {
                tally.add(chunk);
            }
        }
        return tally;
    }

    private static boolean apply(Run run, Chunk chunk, Tally tally, Receipt.Change change) {
        boolean changed = false;
        switch (change.status()) {
            case SENT -> {
                // Also when DELIVERED has overtaken it: the moment of the hand-off is only known here.
                if (chunk.bucket(change.index()) < 0) {
                    chunk.handedOff(
                            change.index(),
                            change.at().toEpochMilli() - run.cut().issuedAt().toEpochMilli());
                    tally.handedOff(chunk, change.index());
                    changed = true;
                }
            }
            case QUEUED, INTENDED, DELIVERED, FAILED, SUPPRESSED -> {}
        }
        var before = chunk.status(change.index());
        if (before.yieldsTo(change.status())) {
            chunk.status(change.index(), change.status());
            tally.move(chunk, change.index(), before, change.status());
            changed = true;
        }
        return changed;
    }
}
