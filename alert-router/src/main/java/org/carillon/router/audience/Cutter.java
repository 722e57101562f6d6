package org.carillon.router.audience;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.carillon.router.audience.index.AudienceIndex;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.delivery.BatchId;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a run's audience into batches, one slice at a time. What a slice has gathered leaves with it, so that a cursor says
 * everything.
 */
final class Cutter {
    /** A look at the clock costs as much as a recipient. */
    private static final int RECIPIENTS_PER_LOOK = 32;

    private final AudienceConfig config;
    private final CityPlaces places;
    private final AudienceIndex index;
    private final RunBook book;
    private final ChunkShelf shelf;
    private final ReachDesk reach;
    private final Egress egress;
    private final Map<AlertId, CutPlan> plans = new HashMap<>();

    Cutter(
            AudienceConfig config,
            CityPlaces places,
            AudienceIndex index,
            RunBook book,
            ChunkShelf shelf,
            ReachDesk reach,
            Egress egress) {
        this.config = config;
        this.places = places;
        this.index = index;
        this.book = book;
        this.shelf = shelf;
        this.reach = reach;
        this.egress = egress;
    }

    /** Goes on with a run until the deadline on the nano clock, and at least one step; returns where it stands then. */
    Run cut(Run run, long deadline) {
        CutPlan plan = plans.computeIfAbsent(run.alertId(), id -> new CutPlan(config, places, run.cut()));
        Slice slice = new Slice(run, plan);
        Run after = switch (run.phase()) {
            case INDEX -> walk(run, plan, slice, deadline);
            case FOLLOW -> follow(run, plan, slice, deadline);
            case DONE -> run;
        };
        if (after.done()) {
            plans.remove(run.alertId());
        }
        return after;
    }

    void forget(AlertId alertId) {
        plans.remove(alertId);
    }

    private Run walk(Run run, CutPlan plan, Slice slice, long deadline) {
        AudienceIndex.Walk walk = index.walk(plan.criteria(), run.cursor());
        int met = 0;
        while (walk.next()) {
            slice.add(walk.ordinal(), walk.district(), walk.entry());
            if (++met % RECIPIENTS_PER_LOOK == 0 && isOver(deadline)) {
                return slice.close(run.cutUpTo(walk.ordinal()));
            }
        }
        return slice.close(run.indexed());
    }

    private Run follow(Run run, CutPlan plan, Slice slice, long deadline) {
        ContactChannel channel = run.following().channel();
        if (channel == null) {
            return run;
        }
        BitSet cutSet = cutSet(run, plan, deadline);
        if (cutSet == null) {
            return run;
        }
        AudienceEntryView entry = new AudienceEntryView();
        int alert = run.following().alert();
        int next = run.following().chunk();
        while (alert < run.cut().follows().size()) {
            Run before = book.find(run.cut().follows().get(alert));
            if (before == null || next >= before.chunks() || !before.cutFor(channel)) {
                alert++;
                next = 0;
                continue;
            }
            Chunk chunk = shelf.find(shelf.batchId(before.alertId(), next++));
            if (chunk != null && chunk.channel() == channel) {
                follow(chunk, cutSet, entry, slice);
            }
            if (isOver(deadline)) {
                break;
            }
        }
        return slice.close(run.followedTo(alert, next));
    }

    private void follow(Chunk chunk, BitSet cutSet, AudienceEntryView entry, Slice slice) {
        for (int i = 0; i < chunk.count(); i++) {
            int ordinal = chunk.ordinal(i);
            if (chunk.status(i).reached() && !cutSet.get(ordinal) && index.read(ordinal, entry)) {
                cutSet.set(ordinal);
                slice.add(ordinal, chunk.district(i), entry);
            }
        }
    }

    /** Whom the run was cut for before this plan was made; null where the deadline came first, and a later slice goes on. */
    private @Nullable BitSet cutSet(Run run, CutPlan plan, long deadline) {
        CutPlan.CutSet cutSet = plan.cutSet(run.chunks());
        for (int next = cutSet.next(); next >= 0; next = cutSet.next()) {
            Chunk chunk = shelf.find(shelf.batchId(run.alertId(), next));
            if (chunk != null) {
                chunk.addTo(cutSet.ordinals());
            }
            if (isOver(deadline) && !cutSet.isGathered()) {
                return null;
            }
        }
        return cutSet.ordinals();
    }

    private boolean isOver(long deadline) {
        return config.nanoClock().getAsLong() - deadline >= 0;
    }

    /** What one slice emits: a batch whenever a group is full, and all remainders at its end. */
    private final class Slice {
        private final Run run;
        private final CutPlan plan;
        private final Set<ContactChannel> channels = EnumSet.noneOf(ContactChannel.class);
        private int chunks;

        Slice(Run run, CutPlan plan) {
            this.run = run;
            this.plan = plan;
            this.chunks = run.chunks();
        }

        void add(int ordinal, int district, AudienceEntryView entry) {
            RenditionGroup group = plan.group(entry);
            if (group == null) {
                return;
            }
            group.add(ordinal, district, entry);
            if (group.isFull()) {
                emit(group);
            }
        }

        /** Emits what is left; the run with what it has cut now. */
        Run close(Run after) {
            for (RenditionGroup group : plan.groups()) {
                if (!group.isEmpty()) {
                    emit(group);
                }
            }
            return chunks == run.chunks() ? after : after.withCut(chunks, channels);
        }

        private void emit(RenditionGroup group) {
            BatchId id = shelf.batchId(run.alertId(), chunks);
            Chunk chunk = group.chunk();
            // Written out once: it is the key of both records.
            String path = id.path();
            shelf.put(path, chunk);
            reach.cut(run, chunks, chunk);
            chunks++;
            channels.add(group.channel());
            egress.batch(path, group.channel(), run.lane(), group.finish(id));
        }
    }
}
