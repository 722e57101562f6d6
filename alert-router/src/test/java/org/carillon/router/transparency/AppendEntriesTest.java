package org.carillon.router.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.carillon.router.config.KafkaSettings;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.merkle.Frontier;
import org.carillon.schemas.transparency.merkle.MerkleTree;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.SignedHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendEntriesTest {
    @TempDir
    private Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, LogFact> facts;
    private TestOutputTopic<String, byte[]> log;

    @BeforeEach
    void open() {
        open("PT1H");
    }

    private void open(String correctionWindow) {
        Properties props = new Properties();
        props.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                TransparencyTopology.build(
                        KafkaSettings.embedded("127.0.0.1:9", state),
                        new EntryWriter(Facts.SIGNER),
                        Facts.policy(correctionWindow)),
                props,
                Facts.NOON);
        facts = driver.createInputTopic(
                Topics.TRANSPARENCY_FACTS.name(),
                Topics.TRANSPARENCY_FACTS.keySerde().serializer(),
                Topics.TRANSPARENCY_FACTS.valueSerde().serializer());
        log = driver.createOutputTopic(
                Topics.TRANSPARENCY_LOG.name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldAppendPolicyAndFactsUnderSignedHeads() {
        // When
        facts.pipeInput("a", Facts.issued("a"));
        facts.pipeInput("b", Facts.issued("b"));
        driver.advanceWallClockTime(Duration.ofSeconds(10));

        // Then
        List<TestRecord<String, byte[]>> records = log.readRecordsToList();
        assertThat(records).extracting(TestRecord::key).containsExactly("0", "1", "2");
        MerkleTree tree = new MerkleTree();
        for (TestRecord<String, byte[]> record : records) {
            tree.append(TreeHash.leaf(record.value()));
            SignedHead head = SignedHead.parse(
                    new String(record.headers().lastHeader(LogEntry.HEAD).value(), StandardCharsets.UTF_8));
            assertThat(head.isSignedBy(Facts.SIGNER.key())).isTrue();
            assertThat(head.checkpoint().size()).isEqualTo(tree.size());
            assertThat(head.checkpoint().root()).isEqualTo(tree.root());
            assertThat(entry(record).index()).isEqualTo(tree.size() - 1);
        }
        assertThat(entry(records.get(0)).fact()).isEqualTo(new LogFact.PolicyChanged(Facts.NOON, Facts.policy("PT1H")));
        assertThat(entry(records.get(2)).fact()).isEqualTo(Facts.issued("b"));
    }

    @Test
    void shouldTellThePolicyWithoutAnyAlert() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(log.readRecordsToList()).hasSize(1);
    }

    @Test
    void shouldTellThePolicyAgainOnlyWhereItChanged() {
        // Given
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        LogState before = store().get(AppendEntries.KEY);
        driver.close();

        // When
        open("PT1H");
        store().put(AppendEntries.KEY, before);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        // Then
        assertThat(log.isEmpty()).isTrue();

        // When
        driver.close();
        open("PT30M");
        store().put(AppendEntries.KEY, before);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        // Then
        assertThat(entry(log.readRecord()).fact())
                .isInstanceOfSatisfying(
                        LogFact.PolicyChanged.class,
                        changed -> assertThat(changed.settings()).isEqualTo(Facts.policy("PT30M")));
    }

    @Test
    void shouldPassOverFactsThatItReadsASecondTime() {
        // Given a log that has taken two facts, and a group that has lost its position
        store().put(AppendEntries.KEY, new LogState(frontier(3), 1, Facts.policy("PT1H")));

        // When
        for (String again : List.of("a", "b", "c")) {
            facts.pipeInput(again, Facts.issued(again));
        }

        // Then
        List<TestRecord<String, byte[]>> records = log.readRecordsToList();
        assertThat(records).hasSize(1);
        assertThat(entry(records.getFirst())).isEqualTo(new LogEntry(3, Facts.issued("c")));
    }

    private static Frontier frontier(int size) {
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i < size; i++) {
            frontier = frontier.append(TreeHash.leaf(new byte[] {(byte) i}));
        }
        return frontier;
    }

    private KeyValueStore<String, LogState> store() {
        return driver.getKeyValueStore(AppendEntries.STORE);
    }

    private static LogEntry entry(TestRecord<String, byte[]> record) {
        return Topics.TRANSPARENCY_LOG
                .valueSerde()
                .deserializer()
                .deserialize(Topics.TRANSPARENCY_LOG.name(), record.value());
    }
}
