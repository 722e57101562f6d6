package org.carillon.channel.core.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.delivery.GateEntry;
import org.jspecify.annotations.Nullable;

/**
 * The gate topic in memory: withdrawn alerts, stopped numbers, ended subscriptions. Used by the loop's thread only, which feeds
 * it every record in order and has read to the end before it asks.
 */
public final class Gate {
    private final Clock clock;
    private final Duration replyLife;
    private final Map<String, GateEntry> closed = new HashMap<>();
    private final Deque<Withdrawal> undrained = new ArrayDeque<>();
    private long drainedBefore;

    /**
     * An open gate.
     *
     * @param replyLife how long an answer in a dialogue is worth sending
     */
    public Gate(Clock clock, Duration replyLife) {
        this.clock = clock;
        this.replyLife = replyLife;
    }

    /** Withdrawals before that offset of the gate topic have been reported already. To be set before the first record. */
    public void drainedBefore(long offset) {
        drainedBefore = offset;
    }

    /** Takes one record of the gate topic; null opens the gate again. */
    public void apply(String key, @Nullable GateEntry entry, long offset) {
        if (entry == null) {
            closed.remove(key);
            return;
        }
        closed.put(key, entry);
        if (entry instanceof GateEntry.AlertWithdrawn withdrawn && offset >= drainedBefore) {
            undrained.add(new Withdrawal(withdrawn.alertId(), offset));
        }
    }

    /** Whether the message may still go, at this moment. */
    public Verdict look(DeliveryTask task) {
        return switch (task) {
            case DeliveryTask.OfAlert alert -> look(alert);
            case DeliveryTask.OfReply reply -> look(reply);
        };
    }

    /** The next withdrawal whose end has not been reported, and forgets it. */
    public Optional<Withdrawal> nextUndrained() {
        return Optional.ofNullable(undrained.poll());
    }

    public boolean hasUndrained() {
        return !undrained.isEmpty();
    }

    /** When the message stops being worth sending. */
    public Instant expires(DeliveryTask task) {
        return switch (task) {
            case DeliveryTask.OfAlert alert -> alert.expires();
            case DeliveryTask.OfReply reply -> reply.reply().at().plus(replyLife);
        };
    }

    /** Whether the alert is withdrawn, for everybody. */
    public boolean isWithdrawn(AlertId alertId) {
        return withdrawn(alertId).isPresent();
    }

    private Optional<GateEntry.AlertWithdrawn> withdrawn(AlertId alertId) {
        return closed.get(GateEntry.alertKey(alertId)) instanceof GateEntry.AlertWithdrawn withdrawn
                ? Optional.of(withdrawn)
                : Optional.empty();
    }

    private Verdict look(DeliveryTask.OfAlert task) {
        Optional<GateEntry.AlertWithdrawn> withdrawn =
                withdrawn(task.rendition().alertId());
        if (withdrawn.isPresent()) {
            return new Verdict.Closed(withdrawn.get().reason());
        }
        if (closed.get(GateEntry.recipientKey(task.recipient())) instanceof GateEntry.RecipientRemoved removed) {
            return new Verdict.Closed(removed.reason());
        }
        return byTime(task);
    }

    private Verdict look(DeliveryTask.OfReply task) {
        GateEntry entry = closed.get(GateEntry.contactKey(task.reply().contactId()));
        if (entry instanceof GateEntry.ContactStopped stopped
                && !task.reply().replyId().equals(stopped.exceptReply())) {
            return new Verdict.Closed("stopped");
        }
        return byTime(task);
    }

    private Verdict byTime(DeliveryTask task) {
        return clock.instant().isBefore(expires(task)) ? new Verdict.Open() : new Verdict.Closed("expired");
    }

    /** An alert that was withdrawn, and where the gate topic says so. */
    public record Withdrawal(AlertId alertId, long offset) {}
}
