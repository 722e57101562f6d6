package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentNodesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private TopologyTestDriver driver;
    private TestInputTopic<String, InboundMessage> inbound;
    private TestOutputTopic<String, Reply> replies;
    private TestOutputTopic<Integer, AudienceEntry> audience;
    private TestOutputTopic<String, GateEntry> gate;
    private TestInputTopic<String, SubscriptionCommand> commands;
    private TestOutputTopic<String, SubscriptionDecision> decisions;
    private TestOutputTopic<String, LedgerEntry> ledger;
    private int messages;

    @BeforeEach
    void open(@TempDir Path state) {
        Topology topology = new Topology();
        ResidentNodes.addTo(topology, Phone.CONFIG);
        Properties props = new Properties();
        props.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, props, NOON);
        inbound = driver.createInputTopic(
                Topics.RESIDENTS_INBOUND.name(),
                Serdes.String().serializer(),
                Topics.RESIDENTS_INBOUND.valueSerde().serializer());
        commands = driver.createInputTopic(
                Topics.SUBSCRIPTION_COMMANDS.name(),
                Serdes.String().serializer(),
                Topics.SUBSCRIPTION_COMMANDS.valueSerde().serializer());
        decisions = output(Topics.SUBSCRIPTION_DECISIONS);
        ledger = output(Topics.LEDGER);
        replies = output(Topics.REPLIES);
        audience = output(Topics.AUDIENCE);
        gate = output(Topics.GATE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldTakeAResidentFromJoinToStop() {
        text(Said.join("es", "D02"));
        text(Said.YES);
        assertThat(audience.readKeyValue().value.districts()).containsExactly(1);
        text(Said.STOP);

        assertThat(replies.readValuesToList())
                .extracting(Reply::key)
                .containsExactly(ReplyKey.CONSENT, ReplyKey.JOINED, ReplyKey.STOPPED);
        assertThat(audience.readRecord()).satisfies(end -> {
            assertThat(end.key()).isZero();
            assertThat(end.value()).isNull();
        });
        assertThat(gate.readKeyValuesToMap())
                .containsOnlyKeys(GateEntry.contactKey(Phone.ID), GateEntry.recipientKey(new Recipient(0, 0)));
    }

    @Test
    void shouldOpenTheGateAgainWithATombstone() {
        text(Said.STOP);
        gate.readValuesToList();

        text(Said.START);

        assertThat(gate.readRecord()).satisfies(open -> {
            assertThat(open.key()).isEqualTo(GateEntry.contactKey(Phone.ID));
            assertThat(open.value()).isNull();
        });
    }

    @Test
    void shouldEraseAnUnconfirmedSignUpByItself() {
        text(Said.join("en", "D01"));
        driver.advanceWallClockTime(Duration.ofHours(25));

        text(Said.YES);

        assertThat(replies.readValuesToList())
                .extracting(Reply::key)
                .containsExactly(ReplyKey.CONSENT, ReplyKey.NOTHING_PENDING);
        assertThat(audience.isEmpty()).isTrue();
    }

    @Test
    void shouldForgetANumberInEveryStoreAndTopic() {
        // Given
        text(Said.join("es", "D02"));
        text(Said.YES);
        text(Said.FORGET);
        String digits = Objects.requireNonNull(
                replies.readValuesToList().getLast().args().get("digits"));
        audience.readValuesToList();

        // When
        text(Said.forget(digits));

        // Then
        Reply last = replies.readValue();
        assertThat(last.key()).isEqualTo(ReplyKey.FORGOTTEN);
        assertThat(audience.readRecord().value()).isNull();
        assertThat(gate.readKeyValuesToMap()).containsOnlyKeys(GateEntry.recipientKey(new Recipient(0, 0)));
        assertThat(ledger.readRecord()).satisfies(left -> {
            assertThat(left.key()).isEqualTo(Phone.LEDGER_ID.value());
            assertThat(left.value().kind()).isEqualTo(LedgerEntry.Kind.ERASED);
            assertThat(left.value().proof()).isEqualTo(last.args().get("proof"));
        });
        for (String store : List.of("contacts", "subscriptions", "resident-dues")) {
            try (KeyValueIterator<String, Object> left =
                    driver.<String, Object>getKeyValueStore(store).all()) {
                assertThat(left).as(store).isExhausted();
            }
        }
    }

    @Test
    void shouldIgnoreAReplayAfterAnErasureForADay() {
        text(Said.join("es", "D02"));
        text(Said.FORGET);
        String digits = Objects.requireNonNull(
                replies.readValuesToList().getLast().args().get("digits"));
        text(Said.forget(digits));
        replies.readValuesToList();
        driver.advanceWallClockTime(Duration.ofHours(22));

        messages = 0;
        text(Said.join("es", "D02"));

        assertThat(replies.isEmpty()).isTrue();
    }

    @Test
    void shouldKeepWhoHasLeftFromComingBackWithAList() {
        // Given
        text(Said.join("es", "D02"));
        text(Said.FORGET);
        text(Said.forget(Objects.requireNonNull(
                replies.readValuesToList().getLast().args().get("digits"))));
        replies.readValuesToList();

        // When
        ask(DeclarationsTest.declare("c1", NOON.minusSeconds(1), false));
        ask(DeclarationsTest.declare("c2", NOON.plusSeconds(1), true));

        // Then
        assertThat(decisions.readValuesToList())
                .extracting(decision -> ((SubscriptionDecision.Declared) decision).outcome())
                .containsExactly(
                        SubscriptionDecision.Declared.Outcome.LEFT, SubscriptionDecision.Declared.Outcome.ASKED);
        assertThat(replies.readValuesToList()).extracting(Reply::key).containsExactly(ReplyKey.CONSENT);
        driver.advanceWallClockTime(Duration.ofHours(25));
        text(Said.YES);
        assertThat(replies.readValuesToList()).extracting(Reply::key).containsExactly(ReplyKey.NOTHING_PENDING);
        assertThat(audience.isEmpty()).isTrue();
    }

    @Test
    void shouldAnswerCommandsOutOfTheSameOrdinals() {
        // Given
        text(Said.join("es", "D02"));
        text(Said.YES);

        // When
        ask(Browser.subscribe("c1", Browser.wishes("D01")));
        ask(Browser.look("c2"));
        ask(Browser.end("c3", "erased"));
        ask(Browser.look("c4"));
        ask(Browser.subscribe("c1", Browser.wishes("D01")));
        ask(Browser.subscribe("c5", Browser.wishes("D99")));

        // Then
        assertThat(audience.readRecordsToList())
                .satisfiesExactly(
                        sms -> assertThat(sms.value().channel()).isEqualTo(ContactChannel.SMS),
                        push -> {
                            assertThat(push.key()).isEqualTo(1);
                            assertThat(push.value().channel()).isEqualTo(ContactChannel.PUSH);
                        },
                        end -> {
                            assertThat(end.key()).isEqualTo(1);
                            assertThat(end.value()).isNull();
                        });
        List<TestRecord<String, SubscriptionDecision>> answers = decisions.readRecordsToList();
        assertThat(answers).extracting(TestRecord::key).containsExactly("c1", "c2", "c3", "c4", "c1", "c5");
        assertThat(answers)
                .extracting(answer -> answer.value().getClass().getSimpleName())
                .containsExactly("Standing", "Standing", "Ended", "Missing", "Missing", "Refused");
        assertThat(gate.readKeyValuesToMap()).containsOnlyKeys(GateEntry.recipientKey(new Recipient(0, 1)));
        assertThat(ledger.getQueueSize()).isEqualTo(1);
        assertThat(replies.readValuesToList()).extracting(Reply::key).endsWith(ReplyKey.JOINED);
    }

    private void ask(SubscriptionCommand command) {
        commands.pipeInput(command.id().value(), command);
    }

    private void text(Meaning meaning) {
        InboundMessage message = new InboundMessage(
                "SM" + ++messages, Phone.ID, Phone.PURPOSE, Phone.contactSeal(), NOON, List.of(meaning), null);
        inbound.pipeInput(Phone.ID.value(), message);
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
