package org.carillon.channel.core.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.gate.Gate;
import org.carillon.channel.core.gate.Verdict;
import org.carillon.channel.core.intent.OpenDeliveries;
import org.carillon.channel.core.intent.OpenDelivery;
import org.carillon.channel.core.pace.Budget;
import org.carillon.channel.core.pace.Pause;
import org.carillon.channel.core.text.Text;
import org.carillon.channel.core.text.Texts;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeadLetter;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what a round does: withdrawals first, then questions about what is in doubt, then one lane's messages. */
final class Planner {
    private static final Logger LOGGER = LoggerFactory.getLogger(Planner.class);
    private static final int MAX_QUESTIONS = 50;
    private static final int MAX_RECORDS = 50;
    private static final int MAX_PARKED = 5000;
    private static final Duration TEXT_RETRY = Duration.ofSeconds(1);

    private final String channel;
    private final LoopConfig config;
    private final OpenDeliveries open;
    private final Gate gate;
    private final Texts texts;
    private final Lanes lanes;
    private final Settlement settlement;
    private final Budget budget;
    private final Pause pause;
    private final Tally tally;
    private final Clock clock;

    Planner(
            String channel,
            LoopConfig config,
            OpenDeliveries open,
            Gate gate,
            Texts texts,
            Lanes lanes,
            Settlement settlement,
            Budget budget,
            Pause pause,
            Tally tally,
            Clock clock) {
        this.channel = channel;
        this.config = config;
        this.open = open;
        this.gate = gate;
        this.texts = texts;
        this.lanes = lanes;
        this.settlement = settlement;
        this.budget = budget;
        this.pause = pause;
        this.tally = tally;
        this.clock = clock;
    }

    /** Whether there is anything that could need an intent now: only then the gate must be read to its end first. */
    boolean hasWork() {
        return !lanes.isEmpty()
                || open.nextDue().map(due -> !due.isAfter(clock.instant())).orElse(false);
    }

    /**
     * Who is withdrawn and surely not sent gets a receipt; then the router learns that no further intent will follow.
     *
     * @param gateTopic where it is noted how far that has been done
     */
    void withdraw(Draft draft, TopicPartition gateTopic) {
        for (Optional<Gate.Withdrawal> next = gate.nextUndrained(); next.isPresent(); next = gate.nextUndrained()) {
            Gate.Withdrawal withdrawal = next.get();
            for (OpenDelivery delivery : open.deferred(d -> d.task() instanceof DeliveryTask.OfAlert alert
                    && alert.rendition().alertId().equals(withdrawal.alertId()))) {
                settlement.suppress(delivery, closedReason(delivery), draft);
            }
            for (int partition = 0; partition < Topics.RECEIPTS.partitions(); partition++) {
                drained(withdrawal.alertId(), partition, draft);
            }
            draft.offset(gateTopic, withdrawal.offset() + 1);
        }
    }

    void ask(Draft draft) {
        if (!pause.isOver()) {
            return;
        }
        for (OpenDelivery delivery : open.dueInDoubt(clock.instant(), MAX_QUESTIONS)) {
            texts.of(delivery.task())
                    .ifPresentOrElse(
                            text -> draft.call(new Call.Ask(delivery, message(delivery, text))),
                            () -> open.put(delivery.inDoubt(clock.instant().plus(TEXT_RETRY))));
        }
    }

    void send(Draft draft) {
        Room room = new Room(
                !pause.isOver() ? 0 : pause.isProbing() ? 1 : config.groupSize(),
                budget.within(config.lease().dividedBy(2)));
        for (Priority priority : Priority.values()) {
            again(priority, room, draft);
            fresh(priority, room, draft);
            if (room.used > 0) {
                return;
            }
        }
    }

    private void again(Priority priority, Room room, Draft draft) {
        List<OpenDelivery> due = open.dueDeferred(
                clock.instant(), Math.max(config.groupSize(), 1), d -> Priority.of(d.task()) == priority);
        for (OpenDelivery delivery : due) {
            if (gate.look(delivery.task()) instanceof Verdict.Closed closed) {
                settlement.suppress(delivery, closed.reason(), draft);
                continue;
            }
            Optional<Text> text = texts.of(delivery.task());
            if (text.isEmpty()) {
                open.put(delivery.deferred(clock.instant().plus(TEXT_RETRY)));
            } else if (room.isLeft()) {
                OpenDelivery next = delivery.inFlight(delivery.attempt() + 1);
                open.put(next);
                send(next, text.get(), room, draft);
            }
        }
    }

    private void fresh(Priority priority, Room room, Draft draft) {
        int records = 0;
        while (room.isLeft() && records++ < MAX_RECORDS && open.size() < mostOpen(priority)) {
            // The first record goes even where it is larger than the group: what finds no time is deferred, uncalled.
            int size = room.used == 0 ? Integer.MAX_VALUE : room.messages - room.used;
            Work work = lanes.take(priority, size, candidate -> isReady(candidate, room));
            if (work == null) {
                return;
            }
            draft.offset(work.source(), work.offset() + 1);
            switch (work) {
                case Work.Batch batch -> {
                    batch.tasks().forEach(task -> begin(task, batch.readAt(), room, draft));
                    drainedLate(batch, draft);
                }
                case Work.Answer answer -> {
                    room.answered.add(answer.reply().contactId());
                    begin(answer.task(), clock.instant(), room, draft);
                }
                case Work.Unreadable unreadable -> {
                    LOGGER.atError()
                            .addKeyValue("topic", unreadable.source().topic())
                            .addKeyValue("offset", unreadable.offset())
                            .log("a record cannot be read and goes to the dead letters");
                    draft.deadLetter(new DeadLetter(
                            unreadable.source().topic() + '/' + unreadable.key(),
                            unreadable.source().partition(),
                            unreadable.offset(),
                            unreadable.reason(),
                            clock.instant()));
                }
            }
        }
    }

    /**
     * A batch of an alert that was withdrawn before: the router may not have known the alert yet when it was told that no intent
     * would follow. It is told again, behind the batch that it has cut meanwhile.
     */
    private void drainedLate(Work.Batch batch, Draft draft) {
        BatchId id = batch.batch().id();
        if (gate.isWithdrawn(id.alertId())) {
            drained(id.alertId(), id.partition(), draft);
        }
    }

    private void drained(AlertId alertId, int partition, Draft draft) {
        draft.drained(new Receipt.Drained(alertId, partition, channel));
    }

    private void begin(DeliveryTask task, Instant readAt, Room room, Draft draft) {
        Instant now = clock.instant();
        if (open.find(task.deliveryId()).isPresent()) {
            // The router writes each batch once; a repeat would be a delivery of its own to the provider.
            return;
        }
        tally.taken.increment();
        if (gate.look(task) instanceof Verdict.Closed closed) {
            draft.change(task.deliveryId(), DeliveryStatus.SUPPRESSED, now, closed.reason());
            tally.suppressed.increment();
            return;
        }
        Optional<Text> text = texts.of(task);
        if (text.isEmpty()) {
            LOGGER.atError()
                    .addKeyValue("deliveryId", task.deliveryId().path())
                    .addKeyValue("waitedMs", Duration.between(readAt, now).toMillis())
                    .log("there is no text for this delivery");
            draft.change(task.deliveryId(), DeliveryStatus.FAILED, now, "no-text");
            tally.failed.increment();
            return;
        }
        OpenDelivery delivery = OpenDelivery.first(task, now);
        open.put(delivery);
        draft.change(delivery.id(), DeliveryStatus.INTENDED, now, null);
        send(delivery, text.get(), room, draft);
    }

    private void send(OpenDelivery delivery, Text text, Room room, Draft draft) {
        draft.intent(delivery);
        draft.call(new Call.Send(delivery, message(delivery, text), text.cost()));
        room.used++;
        room.parts -= text.cost();
    }

    /** A batch waits for its rendition, unless it is not going to be sent anyway; a second answer to one waits for the first. */
    private boolean isReady(Work work, Room room) {
        return switch (work) {
            case Work.Batch batch -> {
                DeliveryTask first = batch.tasks().getFirst();
                yield texts.of(first).isPresent()
                        || gate.look(first) instanceof Verdict.Closed
                        || clock.instant().isAfter(batch.readAt().plus(config.textWait()));
            }
            case Work.Answer answer -> !room.answered.contains(answer.reply().contactId()) && hasText(answer);
            case Work.Unreadable unreadable -> true;
        };
    }

    /** An exercise waits for its rendition, too. */
    private boolean hasText(Work.Answer answer) {
        return !texts.isAwaited(answer.task())
                || clock.instant().isAfter(answer.reply().at().plus(config.textWait()));
    }

    private Message message(OpenDelivery delivery, Text text) {
        return new Message(delivery.task(), text.body(), delivery.attempt(), gate.expires(delivery.task()));
    }

    private String closedReason(OpenDelivery delivery) {
        return gate.look(delivery.task()) instanceof Verdict.Closed closed ? closed.reason() : "withdrawn";
    }

    /** Routine work stops when too much waits for another attempt; urgent work later. */
    private static int mostOpen(Priority priority) {
        return switch (priority) {
            case URGENT -> 2 * MAX_PARKED;
            case REPLY, ROUTINE -> MAX_PARKED;
        };
    }

    /** What is left of a round. */
    private static final class Room {
        private final int messages;
        private final Set<ContactId> answered = new HashSet<>();
        private int parts;
        private int used;

        Room(int messages, int parts) {
            this.messages = messages;
            this.parts = parts;
        }

        boolean isLeft() {
            return used < messages && parts > 0;
        }
    }
}
