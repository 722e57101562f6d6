package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
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
