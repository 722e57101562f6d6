package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogFact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleNodesTest {
    private TopologyTestDriver driver;
    private TestInputTopic<String, AlertCommand> commands;
    private TestOutputTopic<String, Decision> decisions;
    private TestOutputTopic<String, Alert> alerts;

    @BeforeEach
    void open(@TempDir Path state) {
        Topology topology = new Topology();
        LifecycleNodes.addTo(topology, LifecyclePolicy.DEFAULT);
        Properties props = new Properties();
        props.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, props, Alerts.NOON);
        commands = driver.createInputTopic(
                Topics.ALERT_COMMANDS.name(),
                Serdes.String().serializer(),
                Topics.ALERT_COMMANDS.valueSerde().serializer());
        decisions = output(Topics.DECISIONS);
        alerts = output(Topics.ALERTS);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldWriteEveryTopicOfAnAlertsLife() {
        // Given
        TestOutputTopic<String, Rendition> renditions = output(Topics.RENDITIONS);
        TestOutputTopic<String, byte[]> documents = output(Topics.CAP_DOCUMENTS);
        TestOutputTopic<String, HistoryEntry> history = output(Topics.ALERT_HISTORY);
        TestOutputTopic<String, AudienceQuery> queries = output(Topics.AUDIENCE_QUERIES);
        TestOutputTopic<String, LogFact> facts = output(Topics.TRANSPARENCY_FACTS);
        Alerts.Draft draft = Alerts.alert("a1");

        // When
        give(draft.submit());
        assertThat(facts.isEmpty()).isTrue();
        give(Alerts.approve(draft.id(), Alerts.APPROVER));

        // Then
        assertThat(decisions.readValuesToList())
                .allSatisfy(decision -> assertThat(decision).isInstanceOf(Decision.Done.class));
        assertThat(alerts.readValuesToList())
                .extracting(Alert::state)
                .containsExactly(AlertState.PENDING_APPROVAL, AlertState.ISSUED);
        assertThat(renditions.readKeyValuesToMap()).hasSize(6).containsKey(draft.id() + "/1/sms/en/plain");
        assertThat(documents.readKeyValue().value).isEqualTo(draft.document().toByteArray());
        assertThat(history.readValuesToList()).extracting(HistoryEntry::what).containsExactly("submitted", "approved");
        assertThat(facts.readKeyValuesToList()).singleElement().satisfies(fact -> {
            assertThat(fact.key).isEqualTo(draft.id().value());
            assertThat(fact.value).isInstanceOf(LogFact.Issued.class);
        });
        assertThat(queries.readValuesToList())
                .extracting(AudienceQuery::getClass)
                .containsOnly(AudienceQuery.Count.class, AudienceQuery.Cut.class, AudienceQuery.Dismiss.class);
    }

    @Test
    void shouldExpireByTheClock() {
        // Given
        TestOutputTopic<String, GateEntry> gate = output(Topics.GATE);
        Alerts.Draft draft = Alerts.alert("a1").expires(Alerts.NOON.plusSeconds(60));
        give(draft.submit());
        give(Alerts.approve(draft.id(), Alerts.APPROVER));
        alerts.readValuesToList();

        // When
        driver.advanceWallClockTime(Duration.ofSeconds(59));
        assertThat(alerts.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        // Then
        assertThat(alerts.readValuesToList()).extracting(Alert::state).containsExactly(AlertState.EXPIRED);
        assertThat(gate.readKeyValue().key).isEqualTo(GateEntry.alertKey(draft.id()));
        assertThat(gate.isEmpty()).isTrue();
    }

    @Test
    void shouldTellApproversAndThenTheirDeputies() {
        // Given
        TestInputTopic<String, Account> accounts = driver.createInputTopic(
                Topics.ACCOUNTS.name(),
                Serdes.String().serializer(),
                Topics.ACCOUNTS.valueSerde().serializer());
        TestOutputTopic<String, Reply> notices = output(Topics.REPLIES);
        accounts.pipeInput("ben", officer("ben", false));
        accounts.pipeInput("cleo", officer("cleo", true));

        // When
        give(Alerts.alert("a1").submit());

        // Then
        assertThat(notices.readValuesToList())
                .extracting(notice -> notice.args().get("kind"))
                .containsExactly("approval");
        driver.advanceWallClockTime(LifecyclePolicy.DEFAULT.deputiesAfter());
        driver.advanceWallClockTime(LifecyclePolicy.DEFAULT.deputiesAfter());
        assertThat(notices.readValuesToList())
                .extracting(notice -> notice.args().get("kind"))
                .containsExactly("deputy");
    }

    private static Account officer(String user, boolean deputy) {
        Duty duty = new Duty(SealedContact.ofBytes(new byte[] {1}), deputy);
        return new Account(
                user, user, Set.of(Role.APPROVER), Alerts.SENDER, "x", Set.of(), true, Alerts.NOON, duty, null);
    }

    @Test
    void shouldAnswerARepeatedCommandAgain() {
        AlertCommand.Submit submit = Alerts.alert("a1").submit();
        give(submit);
        give(submit);

        List<Decision> both = decisions.readValuesToList();
        assertThat(both).hasSize(2);
        assertThat(both.getFirst()).isEqualTo(both.getLast());
        assertThat(alerts.readValuesToList()).hasSize(1);
    }

    @Test
    void shouldForgetAnswersAfterADay() {
        AlertCommand.Submit submit = Alerts.alert("a1").submit();
        give(submit);
        driver.advanceWallClockTime(Duration.ofHours(26));

        give(submit);

        assertThat(decisions.readValuesToList())
                .extracting(decision -> ((Decision.Done) decision).repeated())
                .containsExactly(false, true);
    }

    private void give(AlertCommand command) {
        commands.pipeInput(command.alertId().value(), command);
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
