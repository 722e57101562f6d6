package org.carillon.channel.core.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.gate.Gate;
import org.carillon.channel.core.intent.OpenDeliveries;
import org.carillon.channel.core.intent.Rebuild;
import org.carillon.channel.core.owner.Lease;
import org.carillon.channel.core.pace.Budget;
import org.carillon.channel.core.pace.Parallelism;
import org.carillon.channel.core.pace.Pause;
import org.carillon.channel.core.text.Texts;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.resident.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One time of owning a sender, from fencing the owner before to the last outcome. Everything in memory belongs to it: when anything
 * about Kafka is doubtful, it is thrown away and the next tenure rebuilds it from the topics.
 */
final class Tenure implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Tenure.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration AT_LEAST = Duration.ofMillis(5);
    private static final Duration REFRESH = Duration.ofHours(1);

    private final LoopConfig config;
    private final Routes routes;
    private final Clock clock;
    private final Tally tally;
    private final OpenDeliveries open = new OpenDeliveries();
    private final Lanes lanes = new Lanes();
    private final Map<TopicPartition, Long> taken = new HashMap<>();
    private final Intake intake;
    private final Journal journal;
    private final Gate gate;
    private final Settlement settlement;
    private final Planner planner;
    private final Calls calls;
    private final Pause pause;
    private final Parallelism parallelism;
    private final String group;
    private List<Result> results = List.of();
    private boolean moved;
    private long marksEnd;
    private Instant refreshAt = Instant.MIN;

    Tenure(
            LoopConfig config,
            Routes routes,
            Channel channel,
            Function<Reply, String> replies,
            BooleanSupplier wanted,
            Clock clock,
            Tally tally) {
        this.config = config;
        this.routes = routes;
        this.clock = clock;
        this.tally = tally;
        this.group = "carillon-" + channel.name() + "-" + config.sender();
        Lease lease = new Lease(config.lease(), clock, System::nanoTime);
        Texts texts = new Texts(channel.name(), replies, channel::cost);
        this.intake = new Intake(Intake.settings(config.kafka(), group), routes, clock, lanes, texts);
        this.journal =
                new Journal(Journal.settings(config.kafka(), group), routes, channel.name(), intake.group(), lease);
        Budget budget = new Budget(config.partsPerSecond(), System::nanoTime);
        this.gate = new Gate(clock, config.replyLife());
        this.pause = new Pause(clock, config.backoff());
        this.parallelism = new Parallelism(config.parallel());
        this.settlement = new Settlement(config, open, gate, pause, parallelism, tally, clock);
        this.planner =
                new Planner(channel.name(), config, open, gate, texts, lanes, settlement, budget, pause, tally, clock);
        this.calls = new Calls(channel, budget, () -> lease.holds() && wanted.getAsBoolean(), clock);
    }

    /** Fences the owner before, then reads what it has left open. Only then anything is read from the lanes. */
    void start() {
        journal.fence();
        Map<TopicPartition, Long> committed = intake.committed();
        rebuild(committed.getOrDefault(intake.intents(), 0L));
        gate.drainedBefore(committed.getOrDefault(intake.gate(), 0L));
        intake.start(committed, gate);
        taken.putAll(intake.starts());
        refreshAt = clock.instant().plus(REFRESH);
        tally.before.reset();
        tally.before.add(open.size());
        publish();
        LOGGER.atInfo()
                .addKeyValue("sender", config.sender())
                .addKeyValue("open", open.size())
                .addKeyValue("inDoubt", open.inDoubtCount())
                .log("owns the sender");
    }

    /** One round: read, write outcomes and intents, call. */
    void round() throws InterruptedException {
        intake.poll(patience(), gate);
        Draft draft = new Draft();
        settlement.settle(results, draft);
        results = List.of();
        if (planner.hasWork()) {
            intake.catchUp(gate);
        }
        planner.withdraw(draft, intake.gate());
        planner.ask(draft);
        planner.send(draft);
        refresh(draft);
        commit(draft);
        results = calls.run(draft.calls(), parallelism.now());
        moved = !draft.saysNothing() || !results.isEmpty();
    }

    /** Writes what is known of the last round; nothing new is begun. */
    void finish() throws InterruptedException {
        Draft draft = new Draft();
        settlement.settle(results, draft);
        results = List.of();
        commit(draft);
    }

    Pause pause() {
        return pause;
    }

    private void commit(Draft draft) throws InterruptedException {
        if (!draft.saysNothing()) {
            taken.putAll(draft.offsets());
            marksEnd = journal.commit(draft, open, marksEnd);
            publish();
        }
    }

    /** How long to wait for something to read: not at all after a round that moved something, since there may be more. */
    private Duration patience() {
        if (moved) {
            return Duration.ZERO;
        }
        Duration due = open.nextDue()
                .map(at -> Duration.between(clock.instant(), at))
                .filter(wait -> wait.compareTo(IDLE) < 0)
                .orElse(IDLE);
        return due.compareTo(AT_LEAST) < 0 ? AT_LEAST : due;
    }

    /** Kafka forgets the offsets of partitions in which nothing was committed for a week. */
    private void refresh(Draft draft) {
        if (clock.instant().isAfter(refreshAt)) {
            refreshAt = clock.instant().plus(REFRESH);
            taken.forEach((partition, next) -> {
                if (!draft.offsets().containsKey(partition)) {
                    draft.offset(partition, next);
                }
            });
        }
    }

    private void rebuild(long lowWater) {
        TopicPartition intents = intake.intents();
        Rebuild rebuild = new Rebuild(open, clock.instant().plus(config.takeoverWait()));
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                Intake.settings(config.kafka(), group), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(List.of(intents));
            long begin = reader.beginningOffsets(List.of(intents)).getOrDefault(intents, 0L);
            marksEnd = reader.endOffsets(List.of(intents)).getOrDefault(intents, 0L);
            reader.seek(intents, Math.max(begin, lowWater));
            while (reader.position(intents) < marksEnd) {
                reader.poll(Duration.ofMillis(100)).forEach(record -> {
                    SendMark mark =
                            routes.intents().valueSerde().deserializer().deserialize(record.topic(), record.value());
                    if (mark != null) {
                        rebuild.apply(mark, record.offset());
                    }
                });
            }
        }
    }

    private void publish() {
        tally.open.set(open.size());
        tally.inDoubt.set(open.inDoubtCount());
    }

    @Override
    public void close() {
        calls.close();
        journal.close();
        intake.close();
    }
}
