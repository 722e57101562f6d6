package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carillon.router.audience.AudienceDriver.NOON;
import static org.carillon.router.audience.AudienceDriver.alert;
import static org.carillon.router.audience.AudienceDriver.resident;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.carillon.router.reach.ReachNodes;
import org.carillon.router.testkit.TestBroker;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.AudienceQuery.Withdraw;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fan-out takes as long as it takes: on a machine so slow that one alert, and the Cancel to those reached by it, each last many
 * times as long as the broker waits for a poll and for the end of a transaction, neither is ever exceeded.
 */
class LowTimeoutsIT {
    private static final int PER_PARTITION = 1000;
    private static final int RECIPIENTS = PER_PARTITION * Topics.AUDIENCE_PARTITIONS;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_LEAST_TIMES = 3;
    /** A look at the clock is due every 32 recipients. */
    private static final Duration LOOK = Duration.ofMillis(20);

    private final List<KafkaStreams.State> states = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void shouldNeverExceedPollIntervalOrTransactionTimeoutHoweverSlowTheMachine() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"))) {
            Wire wire = new Wire(broker.clients());
            wire.send(Topics.AUDIENCE, subscriptions());
            try (KafkaStreams slow = start(broker)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> wire.taken(Topics.AUDIENCE) == RECIPIENTS);
                await().atMost(Duration.ofMinutes(1)).until(() -> slow.state() == KafkaStreams.State.RUNNING);
                states.clear();

                // When everybody is told, and then that it is over
                Duration told = ask(wire, "fire", AudienceDriver.match(Severity.EXTREME, "D01"));
                List<DeliveryBatch> batches = batches(wire, alert("fire"));
                wire.send(Topics.RECEIPTS, intents(batches));
                wire.ask(new Withdraw(alert("fire"), NOON, Instant.now().plus(Duration.ofHours(1))));
                Duration over = ask(wire, "over", null, alert("fire"));

                // Then
                assertThat(recipients(batches)).hasSize(RECIPIENTS).doesNotHaveDuplicates();
                assertThat(recipients(batches(wire, alert("over"))))
                        .hasSize(RECIPIENTS)
                        .doesNotHaveDuplicates();
                assertThat(told).isGreaterThan(PATIENCE.multipliedBy(AT_LEAST_TIMES));
                assertThat(over).isGreaterThan(PATIENCE.multipliedBy(AT_LEAST_TIMES));
                assertThat(states).as("no rebalance").isEmpty();
                assertThat(failures).isEmpty();
            }
        }
    }

    /** Returns how long it took until all partitions had ended. */
    private static Duration ask(Wire wire, String name, @Nullable Match match, AlertId... follows) {
        long from = System.nanoTime();
        wire.ask(new Cut(
                alert(name),
                1,
                Lane.URGENT,
                Severity.EXTREME,
                match,
                List.of(follows),
                List.of("sms"),
                List.of("en"),
                List.of(ContentFormat.STANDARD),
                null,
                NOON,
                Instant.now().plus(Duration.ofHours(1))));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> wire.read(Topics.REACH).stream()
                        .map(record -> Objects.requireNonNull(record.value()))
                        .filter(reach -> reach.alertId().equals(alert(name)))
                        .mapToInt(Reach::partitionsDone)
                        .anyMatch(done -> done == Topics.AUDIENCE_PARTITIONS));
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** Every batch was accepted, and the channel will write no more intents. */
    private static List<ProducerRecord<String, Receipt>> intents(List<DeliveryBatch> batches) {
        List<ProducerRecord<String, Receipt>> records = new ArrayList<>();
        for (DeliveryBatch batch : batches) {
            List<Receipt.Change> changes = IntStream.range(0, batch.entries().size())
                    .mapToObj(i -> new Receipt.Change(i, DeliveryStatus.INTENDED, NOON, null))
                    .toList();
            records.add(new ProducerRecord<>(
                    Topics.RECEIPTS.name(),
                    batch.id().partition(),
                    batch.id().path(),
                    new Receipt.Progress(batch.id(), "sms", changes)));
        }
        for (int partition = 0; partition < Topics.AUDIENCE_PARTITIONS; partition++) {
            Receipt drained = new Receipt.Drained(alert("fire"), partition, "sms");
            records.add(new ProducerRecord<>(Topics.RECEIPTS.name(), partition, "drained", drained));
        }
        return records;
    }

    private KafkaStreams start(TestBroker broker) {
        AudienceConfig config = AudienceConfig.of(
                        List.of("city-alerts"), List.of("D01", "D02"), List.of("water"), AudienceDriver.LANGUAGES)
                .withSlices(Duration.ofMillis(10), LowTimeoutsIT::slowLook);
        Topology topology = new Topology();
        ThreadTurns turns = new ThreadTurns();
        AudienceNodes.addTo(topology, config, turns);
        ReachNodes.addTo(topology);
        Properties props = StreamsSettings.of(KafkaSettings.embedded(
                Objects.requireNonNull(broker.clients().get("bootstrap.servers")), folder.resolve("state")));
        int patience = Math.toIntExact(PATIENCE.toMillis());
        props.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), patience);
        props.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), patience);
        KafkaStreams streams = new KafkaStreams(topology, props, new PacedClients(turns));
        streams.setStateListener((now, before) -> states.add(now));
        streams.setUncaughtExceptionHandler(e -> {
            failures.add(e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        return streams;
    }

    /** The work between two looks takes that long on this machine. */
    private static long slowLook() {
        long until = System.nanoTime() + LOOK.toNanos();
        while (System.nanoTime() - until < 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return System.nanoTime();
    }

    private static List<ProducerRecord<Integer, AudienceEntry>> subscriptions() {
        return IntStream.range(0, RECIPIENTS)
                .mapToObj(i -> new ProducerRecord<>(
                        Topics.AUDIENCE.name(),
                        i % Topics.AUDIENCE_PARTITIONS,
                        i / Topics.AUDIENCE_PARTITIONS,
                        resident(0)))
                .toList();
    }

    private static List<DeliveryBatch> batches(Wire wire, AlertId alertId) {
        return wire.read(Topics.SMS_URGENT).stream()
                .map(record -> Objects.requireNonNull(record.value()))
                .filter(batch -> batch.id().alertId().equals(alertId))
                .toList();
    }

    private static List<String> recipients(List<DeliveryBatch> batches) {
        List<String> recipients = new ArrayList<>();
        batches.forEach(batch ->
                batch.entries().forEach(entry -> recipients.add(batch.id().partition() + ":" + entry.ordinal())));
        return recipients;
    }
}
