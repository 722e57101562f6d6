package org.carillon.router.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.delivery.DeadLetter;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogFact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeNodesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private TopologyTestDriver driver;

    @BeforeEach
    void open(@TempDir Path state) {
        Topology topology = new Topology();
        topology.addSource("accounts", new StringDeserializer(), new ByteArrayDeserializer(), Topics.ACCOUNTS.name());
        OfficeNodes.addTo(topology, "accounts");
        Properties props = new Properties();
        props.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, props, NOON);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldDecideForAdministratorsThatStoodInTheTopicBefore() {
        // Given
        TestInputTopic<String, Account> accounts = input(Topics.ACCOUNTS);
        TestInputTopic<String, OfficeCommand> commands = input(Topics.OFFICE_COMMANDS);
        TestOutputTopic<String, Account> known = output(Topics.ACCOUNTS);
        TestOutputTopic<String, AdminRequest> acts = output(Topics.ADMIN_ACTS);
        TestOutputTopic<String, OfficeDecision> decisions = output(Topics.OFFICE_DECISIONS);
        TestOutputTopic<String, LogFact> facts = output(Topics.TRANSPARENCY_FACTS);
        accounts.pipeInput("root", admin("root"));
        accounts.pipeInput("second", admin("second"));

        // When
        AdminAct act = new AdminAct.CreateOfficer("nia", "Nia", Set.of(Role.AUTHOR), "s", "$argon2id$x", Set.of());
        commands.pipeInput("root", new OfficeCommand.Propose("c1", NOON, "root", "a1", act, "new"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        commands.pipeInput("second", new OfficeCommand.Confirm("c2", NOON, "second", "a1", null));

        // Then
        assertThat(decisions.readValuesToList())
                .allMatch(OfficeDecision.Done.class::isInstance)
                .hasSize(2);
        assertThat(acts.readValuesToList())
                .extracting(AdminRequest::state)
                .containsExactly(AdminRequest.State.PENDING, AdminRequest.State.CONFIRMED);
        assertThat(known.readValuesToList()).extracting(Account::user).containsExactly("nia");
        assertThat(facts.readValuesToList()).singleElement().isInstanceOf(LogFact.ActConfirmed.class);
    }

    @Test
    void shouldKeepAndTellWhatTheOperatorDid() {
        // Given
        TestInputTopic<String, Account> accounts = input(Topics.ACCOUNTS);
        TestInputTopic<String, OfficeCommand> commands = input(Topics.OFFICE_COMMANDS);
        TestOutputTopic<String, Account> known = output(Topics.ACCOUNTS);
        TestOutputTopic<String, AdminRequest> acts = output(Topics.ADMIN_ACTS);
        TestOutputTopic<String, Reply> notices = output(Topics.REPLIES);
        Duty duty = new Duty(SealedContact.ofBytes(new byte[] {1}), true);
        accounts.pipeInput("root", admin("root"));
        accounts.pipeInput("second", admin("second").with(duty));

        // When
        commands.pipeInput(
                "operator", new OfficeCommand.Recover("c1", NOON, "operator", "a1", "root", "$argon2id$y", "lost"));

        // Then
        assertThat(known.readValuesToList()).singleElement().satisfies(root -> {
            assertThat(root.passwordHash()).isEqualTo("$argon2id$y");
            assertThat(root.security().epoch()).isEqualTo(1);
        });
        assertThat(acts.readValue().alone()).isTrue();
        assertThat(notices.readKeyValuesToList()).singleElement().satisfies(notice -> {
            assertThat(notice.key).isEqualTo(Duty.recipient("second").value());
            assertThat(notice.value.contact()).isEqualTo(duty.contact());
        });
    }

    @Test
    void shouldGoOnAfterAnAccountThatNobodyCanRead() {
        // Given
        TestInputTopic<String, byte[]> bytes =
                driver.createInputTopic(Topics.ACCOUNTS.name(), new StringSerializer(), new ByteArraySerializer());
        TestOutputTopic<String, DeadLetter> letters = output(Topics.DEAD_LETTERS);
        TestInputTopic<String, OfficeCommand> commands = input(Topics.OFFICE_COMMANDS);
        TestOutputTopic<String, OfficeDecision> decisions = output(Topics.OFFICE_DECISIONS);

        // When
        bytes.pipeInput("root", "{\"passwordHash\": \"secret".getBytes(StandardCharsets.UTF_8));
        this.<Account>input(Topics.ACCOUNTS).pipeInput("second", admin("second"));
        AdminAct act = new AdminAct.CreateOfficer("ben", "Ben", Set.of(Role.ADMIN), "s", "$argon2id$x", Set.of());
        commands.pipeInput("c1", new OfficeCommand.Propose("c1", NOON, "second", "a1", act, "the second one"));

        // Then
        assertThat(letters.readValuesToList()).singleElement().satisfies(letter -> {
            assertThat(letter.source()).isEqualTo(Topics.ACCOUNTS.name());
            assertThat(letter.toString()).doesNotContain("secret");
        });
        assertThat(decisions.readValue()).isInstanceOf(OfficeDecision.Done.class);
    }

    private static Account admin(String user) {
        return new Account(user, user, Set.of(Role.ADMIN), "s", "$argon2id$x", Set.of(), true, NOON);
    }

    private <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
        return driver.createInputTopic(
                topic.name(), Serdes.String().serializer(), topic.valueSerde().serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(), Serdes.String().deserializer(), topic.valueSerde().deserializer());
    }
}
