package org.carillon.router.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
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
        OfficeNodes.addTo(topology);
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
