package org.carillon.channel.core.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.carillon.channel.core.intent.OpenDelivery;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeadLetter;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.jspecify.annotations.Nullable;

/** What the next transaction will say, and the calls that it allows: the outcomes of the round before, the intents of this one. */
final class Draft {
    private final List<SendMark> marks = new ArrayList<>();
    private final Map<BatchId, List<Receipt.Change>> changes = new LinkedHashMap<>();
    private final Set<Receipt.Drained> drained = new LinkedHashSet<>();
    private final List<SubscriptionCommand> commands = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    void intent(OpenDelivery delivery) {
        marks.add(delivery.intent());
    }

    void outcome(
            OpenDelivery delivery,
            Instant at,
            SendMark.Result result,
            @Nullable String providerId,
            @Nullable String code,
            @Nullable Instant retryAt) {
        marks.add(new SendMark.Outcome(delivery.id(), at, delivery.attempt(), result, providerId, code, retryAt));
    }

    /** A receipt; answers in a dialogue have none. */
    void change(DeliveryId id, DeliveryStatus status, Instant at, @Nullable String code) {
        switch (id) {
            case DeliveryId.OfAlert alert ->
                changes.computeIfAbsent(alert.batch(), batch -> new ArrayList<>())
                        .add(new Receipt.Change(alert.index(), status, at, code));
            case DeliveryId.OfReply reply -> {}
        }
    }

    void drained(Receipt.Drained receipt) {
        drained.add(receipt);
    }

    void command(SubscriptionCommand command) {
        commands.add(command);
    }

    void deadLetter(DeadLetter letter) {
        deadLetters.add(letter);
    }

    /** All before {@code next} in that partition has been dealt with. */
    void offset(TopicPartition partition, long next) {
        offsets.put(partition, next);
    }

    void call(Call call) {
        calls.add(call);
    }

    boolean saysNothing() {
        return marks.isEmpty() && changes.isEmpty() && drained.isEmpty() && deadLetters.isEmpty() && offsets.isEmpty();
    }

    List<SendMark> marks() {
        return marks;
    }

    Map<BatchId, List<Receipt.Change>> changes() {
        return changes;
    }

    Set<Receipt.Drained> drained() {
        return drained;
    }

    List<SubscriptionCommand> commands() {
        return commands;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    List<Call> calls() {
        return calls;
    }
}
