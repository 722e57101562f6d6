package org.carillon.router.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.carillon.router.testkit.TestBroker;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.merkle.MerkleTree;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.SignedHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log whose process dies again and again has every entry once, and no gap: on a real broker, since only that undoes. */
class LogCrashIT {
    private static final int FACTS = 200;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final TopicPartition LOG = new TopicPartition(Topics.TRANSPARENCY_LOG.name(), 0);

    @TempDir
    private Path folder;

    private TestBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldHaveNeitherGapNorSecondEntryAfterCrashes() throws Exception {
        // Given
        send(FACTS);

        // When it dies in the middle, the last time with the loss of its folder, too
        for (int survives : new int[] {37, 90}) {
            KafkaStreams dying = start(dyingAfter(survives));
            await().atMost(SOON).until(() -> dying.state() == KafkaStreams.State.ERROR);
            dying.close(Duration.ZERO);
            await().atMost(SOON).until(() -> dying.state().hasCompletedShutdown());
        }
        wipe(folder.resolve("state"));
        assertThat(LogCheck.problem(settings(), Duration.ofSeconds(2))).isEmpty();
        KafkaStreams last = start(new EntryWriter(Facts.SIGNER));
        await().atMost(SOON).until(() -> committed() == FACTS + 1L);

        // Then
        checkLog();

        // When the group has lost its position, as after a week at rest, and reads all facts again
        last.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(SOON));
        forgetPosition();
        send(1);
        try (KafkaStreams again = start(new EntryWriter(Facts.SIGNER))) {
            await().atMost(SOON).until(() -> committed() >= FACTS + 2L);
            assertThat(again.state()).isEqualTo(KafkaStreams.State.RUNNING);
        }
        checkLog();
        assertThat(committed()).isEqualTo(FACTS + 2L);

        // When the state is lost, nothing begins anew
        assertThat(LogCheck.problem(settings(), Duration.ofSeconds(2))).isEmpty();
        try (Admin admin = Admin.create(new HashMap<>(broker.clients()))) {
            admin.deleteTopics(List.of("carillon-transparency-transparency-log-state-changelog"))
                    .all()
                    .get();
        }
        assertThat(LogCheck.problem(settings(), Duration.ofSeconds(2)))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("holds " + (FACTS + 2) + " entries")
                        .contains("knows 0"));
    }

    private void checkLog() {
        MerkleTree tree = new MerkleTree();
        List<String> identifiers = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : log()) {
            LogEntry entry =
                    Topics.TRANSPARENCY_LOG.valueSerde().deserializer().deserialize(LOG.topic(), record.value());
            assertThat(entry.index()).isEqualTo(tree.size()).isEqualTo(Long.parseLong(record.key()));
            tree.append(TreeHash.leaf(record.value()));
            SignedHead head = SignedHead.parse(
                    new String(record.headers().lastHeader(LogEntry.HEAD).value(), StandardCharsets.UTF_8));
            assertThat(head.checkpoint().root()).isEqualTo(tree.root());
            entry.fact().about().ifPresent(alert -> identifiers.add(alert.identifier()));
        }
        assertThat(identifiers.subList(0, FACTS))
                .containsExactlyElementsOf(
                        IntStream.range(0, FACTS).mapToObj(i -> "fact-" + i).toList());
    }

    private static EntryWriter dyingAfter(int entries) {
        AtomicInteger left = new AtomicInteger(entries);
        return new EntryWriter(Facts.SIGNER) {
            @Override
            Written append(LogState state, LogFact fact) {
                if (left.getAndDecrement() == 0) {
                    throw new IllegalStateException("the power went");
                }
                return super.append(state, fact);
            }
        };
    }

    private KafkaSettings settings() {
        return KafkaSettings.embedded(
                Objects.requireNonNull(broker.clients().get("bootstrap.servers")), folder.resolve("state"));
    }

    private KafkaStreams start(EntryWriter writer) {
        Properties props = StreamsSettings.ofTransparency(settings());
        props.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 3000);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 3000);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 500);
        // Several commits between two deaths.
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10);
        props.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1);
        KafkaStreams streams =
                new KafkaStreams(TransparencyTopology.build(settings(), writer, Facts.policy("PT1H")), props);
        streams.setUncaughtExceptionHandler(e -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams.start();
        return streams;
    }

    private void send(int count) throws InterruptedException, ExecutionException {
        Map<String, Object> props = new HashMap<>(broker.clients());
        // On topics this young a broker may refuse the first batch and take the second, which never heals.
        props.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        try (KafkaProducer<String, LogFact> producer = new KafkaProducer<>(
                props,
                Topics.TRANSPARENCY_FACTS.keySerde().serializer(),
                Topics.TRANSPARENCY_FACTS.valueSerde().serializer())) {
            List<Future<RecordMetadata>> sent = IntStream.range(0, count)
                    .mapToObj(i -> producer.send(
                            new ProducerRecord<>(Topics.TRANSPARENCY_FACTS.name(), "k", Facts.issued("fact-" + i))))
                    .toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private void forgetPosition() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(new HashMap<>(broker.clients()))) {
            List<String> group = List.of(StreamsSettings.TRANSPARENCY_APPLICATION_ID);
            // Those that were killed are members until their session ends.
            await().atMost(SOON)
                    .until(() -> admin.describeConsumerGroups(group).all().get().values().stream()
                            .allMatch(one -> one.members().isEmpty()));
            admin.deleteConsumerGroups(group).all().get();
        }
    }

    private long committed() {
        return log().size();
    }

    private List<ConsumerRecord<String, byte[]>> log() {
        Map<String, Object> config = new HashMap<>(broker.clients());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(LOG));
            consumer.seekToBeginning(List.of(LOG));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(LOG)).get(LOG));
            while (consumer.position(LOG) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    private static void wipe(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
