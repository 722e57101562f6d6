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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.carillon.router.reach.ReachNodes;
import org.carillon.router.testkit.TestBroker;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fan-out whose process dies again and again reaches everybody once: on a real broker, since only that restores. */
class FanOutCrashIT {
    private static final int RECIPIENTS = 20_000;
    private static final int PER_PARTITION = RECIPIENTS / Topics.AUDIENCE_PARTITIONS;

    @TempDir
    private Path folder;

    private @Nullable TestBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
    }

    @AfterEach
    void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void shouldReachEverybodyOnceAlthoughItDiesTwice() {
        // Given
        wire().send(Topics.AUDIENCE, subscriptions());
        wire().send(Topics.AUDIENCE_QUERIES, queries());

        // When its threads die in the middle of a slice
        for (long looks : new long[] {200, 300}) {
            try (KafkaStreams dying = start(clockThatFailsAfter(looks))) {
                await().atMost(Duration.ofSeconds(30)).until(() -> dying.state() == KafkaStreams.State.ERROR);
            }
        }
        int beforeTheLastStart = recipients(committedBatches()).size();

        // When it is told to stop before it has finished
        KafkaStreams stopped = start(clock());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> recipients(committedBatches()).size() > beforeTheLastStart + 100);
        stopped.close(Duration.ZERO);
        await().atMost(Duration.ofSeconds(30)).until(() -> stopped.state() == KafkaStreams.State.NOT_RUNNING);

        // When it may finish
        try (KafkaStreams last = start(clock())) {
            await().atMost(Duration.ofSeconds(30)).until(() -> partitionsDone() == Topics.AUDIENCE_PARTITIONS);
            await().atMost(Duration.ofSeconds(30)).until(() -> estimates().size() == Topics.AUDIENCE_PARTITIONS);
            assertThat(last.state()).isEqualTo(KafkaStreams.State.RUNNING);
        }

        // Then
        List<String> reached = recipients(committedBatches());
        assertThat(beforeTheLastStart).isBetween(1, RECIPIENTS - 1);
        assertThat(reached).doesNotHaveDuplicates();
        assertThat(reached).hasSize(RECIPIENTS);
        Map<String, Counts> channels = latestReach().orElseThrow().channels();
        assertThat(latestReach().orElseThrow().audience()).isEqualTo(RECIPIENTS);
        assertThat(channels.keySet()).containsExactlyInAnyOrder("sms", "push");
        channels.forEach(
                (channel, counts) -> assertThat(counted(channel)).as(channel).isEqualTo(counts.audience()));
    }

    private List<AudienceEstimate> estimates() {
        return wire().read(Topics.AUDIENCE_ESTIMATES).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    private long counted(String channel) {
        return estimates().stream()
                .flatMap(estimate -> estimate.byChannel().getOrDefault(channel, Map.of()).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private KafkaStreams start(LongSupplier nanoClock) {
        AudienceConfig config = new AudienceConfig(
                List.of("city-alerts"),
                List.of("D01", "D02"),
                List.of("water"),
                AudienceDriver.LANGUAGES,
                Duration.ofNanos(2),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofDays(1),
                nanoClock);
        Topology topology = new Topology();
        ThreadTurns turns = new ThreadTurns();
        AudienceNodes.addTo(topology, config, turns);
        ReachNodes.addTo(topology);
        Properties props = new Properties();
        props.putAll(broker().clients());
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, "carillon-router");
        props.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
        props.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        props.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        props.put(StreamsConfig.POLL_MS_CONFIG, 5);
        props.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        props.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 1000);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 200);
        KafkaStreams streams = new KafkaStreams(topology, props, new PacedClients(turns));
        streams.setUncaughtExceptionHandler(e -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams.start();
        return streams;
    }

    private static LongSupplier clock() {
        return new AtomicLong()::incrementAndGet;
    }

    private static LongSupplier clockThatFailsAfter(long looks) {
        AtomicLong nanos = new AtomicLong();
        return () -> {
            if (nanos.incrementAndGet() > looks) {
                throw new IllegalStateException("the power went");
            }
            return nanos.get();
        };
    }

    private static List<ProducerRecord<Integer, AudienceEntry>> subscriptions() {
        List<ProducerRecord<Integer, AudienceEntry>> records = new ArrayList<>();
        for (int partition = 0; partition < Topics.AUDIENCE_PARTITIONS; partition++) {
            for (int ordinal = 0; ordinal < PER_PARTITION; ordinal++) {
                records.add(new ProducerRecord<>(Topics.AUDIENCE.name(), partition, ordinal, subscriber(ordinal)));
            }
        }
        return records;
    }

    /** Of one of two districts, every third by push. */
    private static AudienceEntry subscriber(int ordinal) {
        AudienceEntry resident = resident(ordinal % 2);
        return ordinal % 3 == 0 ? AudienceDriver.by(ContactChannel.PUSH, resident) : resident;
    }

    private static List<ProducerRecord<String, AudienceQuery>> queries() {
        Cut cut = new Cut(
                alert("a1"),
                1,
                Lane.URGENT,
                Severity.EXTREME,
                AudienceDriver.match(Severity.EXTREME, "D01", "D02"),
                List.of(),
                List.of("sms", "push"),
                List.of("en"),
                List.of(ContentFormat.STANDARD),
                null,
                NOON,
                Instant.now().plus(Duration.ofHours(1)));
        Count count = new Count(
                alert("a2"),
                1,
                AudienceDriver.match(Severity.EXTREME, "D01", "D02"),
                List.of("sms", "push"),
                List.of("en"),
                null);
        return Stream.<AudienceQuery>of(count, cut)
                .flatMap(query -> IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                        .mapToObj(partition -> new ProducerRecord<>(
                                Topics.AUDIENCE_QUERIES.name(),
                                partition,
                                query.alertId().value(),
                                query)))
                .toList();
    }

    private List<DeliveryBatch> committedBatches() {
        return Stream.of(Topics.SMS_URGENT, Topics.PUSH_URGENT)
                .flatMap(topic -> wire().read(topic).stream())
                .map(ConsumerRecord::value)
                .toList();
    }

    private static List<String> recipients(List<DeliveryBatch> batches) {
        List<String> recipients = new ArrayList<>();
        batches.forEach(batch ->
                batch.entries().forEach(entry -> recipients.add(batch.id().partition() + ":" + entry.ordinal())));
        return recipients;
    }

    private int partitionsDone() {
        return latestReach().map(Reach::partitionsDone).orElse(0);
    }

    private Optional<Reach> latestReach() {
        return wire().read(Topics.REACH).stream().map(ConsumerRecord::value).reduce((first, second) -> second);
    }

    private Wire wire() {
        return new Wire(broker().clients());
    }

    private TestBroker broker() {
        return Objects.requireNonNull(broker, "not started");
    }
}
