package org.carillon.router.audience;

import java.time.Instant;
import java.util.Optional;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.delivery.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition's fan-outs: takes queries and receipts, and decides whose slice is next. Used by one thread. */
final class FanOut implements ThreadTurns.Task {
    private static final Logger LOGGER = LoggerFactory.getLogger(FanOut.class);
    private static final int CHUNKS_DROPPED_AT_ONCE = 1000;
    private static final int FIRST_SLICES = 5;

    private final AudienceConfig config;
    private final RunBook book;
    private final ChunkShelf shelf;
    private final ReachDesk reach;
    private final Cutter cutter;
    private final CountDesk counts;
    private final Egress egress;
    private final ThreadTurns turns;
    private final RunQueue queue = new RunQueue();

    FanOut(
            AudienceConfig config,
            RunBook book,
            ChunkShelf shelf,
            ReachDesk reach,
            Cutter cutter,
            CountDesk counts,
            Egress egress,
            ThreadTurns turns) {
        this.config = config;
        this.book = book;
        this.shelf = shelf;
        this.reach = reach;
        this.cutter = cutter;
        this.counts = counts;
        this.egress = egress;
        this.turns = turns;
        enqueueReady();
    }

    void take(AudienceQuery query, Instant now) {
        switch (query) {
            case AudienceQuery.Cut cut -> start(cut, now);
            case AudienceQuery.Count count -> counts.take(count);
            case AudienceQuery.Dismiss dismiss -> counts.dismiss(dismiss);
            case AudienceQuery.Withdraw withdraw -> withdraw(withdraw);
        }
    }

    void take(Receipt receipt) {
        Run run = book.find(receipt.alertId());
        if (run == null) {
            return;
        }
        switch (receipt) {
            case Receipt.Progress progress -> reach.take(run, progress);
            case Receipt.Drained drained -> {
                if (keep(run, run.drainedBy(drained.channel()))) {
                    enqueueReady();
                }
            }
        }
    }

    /**
     * Works for about one slice if it is this task's turn: on the urgent runs, or where there are none on the routine ones, or
     * where there are none either on counts.
     */
    void slice(Instant now) {
        if (turns.visit(this)) {
            switch (work()) {
                case URGENT -> slice(Lane.URGENT, now);
                case ROUTINE -> slice(Lane.ROUTINE, now);
                case COUNT -> counts.slice(deadline());
                case NONE -> {}
            }
        }
    }

    @Override
    public ThreadTurns.Work work() {
        if (queue.has(Lane.URGENT)) {
            return ThreadTurns.Work.URGENT;
        } else if (queue.has(Lane.ROUTINE)) {
            return ThreadTurns.Work.ROUTINE;
        }
        return counts.isBusy() ? ThreadTurns.Work.COUNT : ThreadTurns.Work.NONE;
    }

    @Override
    public void commit() {
        egress.commit();
    }

    /** To be called when the task begins and ends on its thread. */
    void join() {
        turns.join(this);
    }

    void leave() {
        turns.leave(this);
    }

    private void slice(Lane lane, Instant now) {
        long deadline = deadline();
        AlertId next = queue.poll(lane);
        while (next != null) {
            Run run = book.find(next);
            if (run != null && !run.done()) {
                cut(run, deadline, now);
            }
            next = isOver(deadline) ? null : queue.poll(lane);
        }
    }

    /** Passes on the numbers that have changed. */
    void report(Instant now) {
        reach.reportDue(book, now.toEpochMilli());
    }

    /** Ends what has expired and drops what need not be kept; a bounded piece of work per call. */
    void tidy(Instant now) {
        int budget = CHUNKS_DROPPED_AT_ONCE;
        for (Run run : book.all()) {
            if (!run.done() && run.expired(now)) {
                finish(run.stopped());
            } else if (run.done() && budget > 0 && !now.isBefore(keepUntil(run))) {
                budget -= drop(run, budget);
            }
        }
    }

    private void start(AudienceQuery.Cut cut, Instant now) {
        if (book.find(cut.alertId()) != null) {
            return;
        }
        Run run = Run.of(cut);
        if (run.done() || run.expired(now)) {
            finish(run.stopped());
        } else if (ready(run) && urgent(run) && !queue.has(Lane.URGENT)) {
            cut(run, firstDeadline(), now);
        } else {
            goOn(run);
        }
    }

    private void withdraw(AudienceQuery.Withdraw withdraw) {
        Run run = book.find(withdraw.alertId());
        if (run == null) {
            return;
        }
        Run withdrawn = run.withdrawn(withdraw.keepUntil());
        if (run.done()) {
            keep(run, withdrawn);
        } else {
            finish(withdrawn);
        }
        enqueueReady();
    }

    /** Stores a run where it has changed; each write goes to the changelog. */
    private boolean keep(Run before, Run after) {
        if (after.equals(before)) {
            return false;
        }
        book.put(after);
        return true;
    }

    private void cut(Run run, long deadline, Instant now) {
        if (urgent(run)) {
            turns.hurry();
        }
        Run after = run.expired(now) ? run.stopped() : cutter.cut(begun(run), deadline);
        if (after.done()) {
            finish(after);
        } else {
            goOn(after);
        }
    }

    private void goOn(Run run) {
        book.put(run);
        reach.mark(run.alertId());
        if (ready(run)) {
            queue.offer(run);
        }
    }

    private void finish(Run run) {
        queue.remove(run);
        cutter.forget(run.alertId());
        book.put(run);
        reach.report(run);
        turns.finished(this);
        LOGGER.atDebug()
                .addKeyValue("alertId", run.alertId())
                .addKeyValue("batches", run.chunks())
                .log("audience cut");
    }

    private void enqueueReady() {
        for (Run run : book.all()) {
            if (!run.done() && ready(run)) {
                queue.offer(run);
            }
        }
    }

    private boolean ready(Run run) {
        return switch (run.phase()) {
            case INDEX -> true;
            case FOLLOW ->
                run.following().channel() != null || nextToFollow(run).isPresent();
            case DONE -> false;
        };
    }

    /** The run on its way to those reached before by one channel; as it is where it is under way. */
    private Run begun(Run run) {
        boolean begins = run.phase() == Run.Phase.FOLLOW && run.following().channel() == null;
        return begins ? nextToFollow(run).map(run::follow).orElse(run) : run;
    }

    /** A channel that is still to be followed and of which it is known for good whom it has reached. */
    private Optional<ContactChannel> nextToFollow(Run run) {
        return run.audiences().stream()
                .filter(channel -> !run.following().over().contains(channel))
                .filter(channel -> run.cut().follows().stream().allMatch(before -> settled(before, channel)))
                .findFirst();
    }

    private boolean settled(AlertId alertId, ContactChannel channel) {
        Run run = book.find(alertId);
        return run == null || run.settled(channel);
    }

    private Instant keepUntil(Run run) {
        Instant keep = run.keepUntil();
        return keep != null ? keep : run.cut().expires().plus(config.keepAfterExpiry());
    }

    private int drop(Run run, int budget) {
        int left = Math.max(0, run.chunks() - budget);
        for (int i = run.chunks() - 1; i >= left; i--) {
            shelf.delete(shelf.batchId(run.alertId(), i));
        }
        reach.forget(run.alertId());
        if (left == 0) {
            book.remove(run.alertId());
        } else {
            book.put(run.withChunks(left));
        }
        return run.chunks() - left;
    }

    private long deadline() {
        return config.nanoClock().getAsLong() + config.slice().toNanos();
    }

    /** Enough for a small alert, which is done with at once; a large one must not come before what its thread has to read. */
    private long firstDeadline() {
        return config.nanoClock().getAsLong() + config.slice().toNanos() / FIRST_SLICES;
    }

    private boolean isOver(long deadline) {
        return config.nanoClock().getAsLong() - deadline >= 0;
    }

    private static boolean urgent(Run run) {
        return run.lane() == Lane.URGENT;
    }
}
