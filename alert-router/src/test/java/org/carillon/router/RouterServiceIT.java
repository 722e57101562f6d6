package org.carillon.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.testkit.TestBroker;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The router on a real Kafka: an alert's way, a restart, what cannot be read, a wrong catalogue. */
class RouterServiceIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final SubscriptionId BROWSER = new SubscriptionId(9, 10);

    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private @TempDir Path folder = Path.of("unset");
    private @Nullable TestBroker broker;
    private @Nullable Wire wire;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        wire = new Wire(bootstrap());
    }

    @AfterEach
    void stop() {
        if (wire != null) {
            wire.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void shouldTakeAnAlertToAResidentAndGoOnAfterARestart() {
        try (RouterService service = running()) {
            // Given
            text(1, "SM1", new Meaning.Join("es", area("D02"), null));
            text(1, "SM2", new Meaning.Yes("es"));
            assertThat(wire().next(Topics.REPLIES).key()).isEqualTo(ReplyKey.CONSENT);
            assertThat(wire().next(Topics.REPLIES).key()).isEqualTo(ReplyKey.JOINED);
            AlertCommand.Submit submit = submit("first");
            wire().send(Topics.ALERT_COMMANDS, submit.alertId().value(), submit);
            assertThat(wire().next(Topics.DECISIONS)).isInstanceOf(Decision.Done.class);

            // When
            approve(submit.alertId());

            // Then
            assertThat(wire().next(Topics.DECISIONS))
                    .isInstanceOfSatisfying(
                            Decision.Done.class,
                            done -> assertThat(done.alert().state()).isEqualTo(AlertState.ISSUED));
            DeliveryBatch batch = wire().next(Topics.SMS_URGENT);
            assertThat(batch.language()).isEqualTo("es");
            assertThat(batch.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.contact()).isEqualTo(TestConfig.sealed(1)));
            assertThat(service.ready()).isTrue();
        }
        long before = System.nanoTime();
        try (RouterService again = running()) {
            assertThat(again.notReady()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
            text(1, "SM3", new Meaning.Join("es", area("D01"), null));
            assertThat(wire().next(Topics.REPLIES).key()).isEqualTo(ReplyKey.ALREADY_JOINED);
        }
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldKeepABrowserErasedThoughACommandIsRepeatedAfterARestart() {
        try (RouterService service = running()) {
            ask(subscribe("c1"));
            assertThat(wire().next(Topics.SUBSCRIPTION_DECISIONS)).isInstanceOf(SubscriptionDecision.Standing.class);
            assertThat(wire().next(Topics.AUDIENCE).channel()).isEqualTo(ContactChannel.PUSH);
            ask(new SubscriptionCommand.End("c2", BROWSER, Instant.now(), "erased"));
            assertThat(wire().next(Topics.SUBSCRIPTION_DECISIONS)).isInstanceOf(SubscriptionDecision.Ended.class);
            assertThat(wire().next(Topics.LEDGER).kind()).isEqualTo(LedgerEntry.Kind.ERASED);
            assertThat(service.ready()).isTrue();
        }
        try (RouterService again = running()) {
            ask(subscribe("c1"));
            assertThat(wire().next(Topics.SUBSCRIPTION_DECISIONS)).isInstanceOf(SubscriptionDecision.Missing.class);
            assertThat(again.ready()).isTrue();
        }
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldPutWhatCannotBeReadAsideAndGoOn() {
        try (RouterService service = running()) {
            wire().sendRaw(Topics.ALERT_COMMANDS.name(), "secret +15550001".getBytes(StandardCharsets.UTF_8));
            AlertCommand.Submit submit = submit("after");
            wire().send(Topics.ALERT_COMMANDS, submit.alertId().value(), submit);

            assertThat(wire().next(Topics.DECISIONS).commandId()).isEqualTo(submit.commandId());
            assertThat(wire().next(Topics.DEAD_LETTERS)).satisfies(letter -> {
                assertThat(letter.source()).isEqualTo(Topics.ALERT_COMMANDS.name());
                assertThat(letter.toString()).doesNotContain("555").doesNotContain("secret");
            });
            assertThat(service.ready()).isTrue();
        }
    }

    @Test
    void shouldRefuseToStartOnOtherPartitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.createPartitions(Map.of(Topics.RESIDENTS_INBOUND.name(), NewPartitions.increaseTo(17)))
                    .all()
                    .get();
            admin.deleteTopics(List.of(Topics.GATE.name())).all().get();
            await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(Topics.GATE.name()));
        }
        try (RouterService service = new RouterService(config(), fatal::set)) {
            assertThatThrownBy(service::start)
                    .hasMessageContaining("carillon.residents-inbound has 17 partitions, not 16")
                    .hasMessageContaining("carillon.gate is missing");
            assertThat(service.notReady()).contains("not started");
        }
    }

    private RouterService running() {
        RouterService service = new RouterService(config(), fatal::set);
        service.start();
        await().atMost(SOON).until(service::ready);
        return service;
    }

    private RouterConfig config() {
        return TestConfig.of(bootstrap(), folder.resolve("state"));
    }

    private void text(long number, String messageId, Meaning meaning) {
        InboundMessage message = new InboundMessage(
                messageId,
                TestConfig.contact(number),
                TestConfig.PURPOSE,
                TestConfig.sealed(number),
                Instant.now(),
                List.of(meaning),
                null);
        wire().send(Topics.RESIDENTS_INBOUND, message.contactId().value(), message);
    }

    private void ask(SubscriptionCommand command) {
        wire().send(Topics.SUBSCRIPTION_COMMANDS, command.id().value(), command);
    }

    private static SubscriptionCommand subscribe(String commandId) {
        Instant now = Instant.now();
        return new SubscriptionCommand.Subscribe(
                commandId,
                BROWSER,
                now,
                TestConfig.contact(9),
                TestConfig.PURPOSE,
                ContactChannel.PUSH,
                TestConfig.sealed(9),
                new Preferences(List.of("en"), List.of("D01"), List.of(), Level.SEVERE, ContentFormat.STANDARD),
                new Subscription.Consent("push-1", "en", now, "browser"));
    }

    private void approve(AlertId id) {
        Actor approver = new Actor("ben", Set.of(Role.APPROVER));
        wire().send(
                        Topics.ALERT_COMMANDS,
                        id.value(),
                        new AlertCommand.Approve("approve", id, Instant.now(), approver, null, null, List.of()));
    }

    private static AreaChoice area(String district) {
        return new AreaChoice(AreaChoice.Mode.SET, false, List.of(district), List.of());
    }

    private static AlertCommand.Submit submit(String identifier) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Rendition> renditions = List.of(
                new Rendition("sms", "en", ContentFormat.STANDARD, "Boil your water", Map.of()),
                new Rendition("sms", "es", ContentFormat.STANDARD, "Hierva el agua", Map.of()));
        AlertContent content = new AlertContent(
                identifier,
                "water@city.example",
                now.atOffset(ZoneOffset.UTC),
                Status.ACTUAL,
                MsgType.ALERT,
                Scope.PUBLIC,
                TestConfig.PURPOSE,
                "water",
                Category.HEALTH,
                Severity.SEVERE,
                Urgency.IMMEDIATE,
                Certainty.OBSERVED,
                List.of(),
                List.of("D02"),
                Map.of(),
                Map.of("en", new AlertText("Water", "Boil your water", null, null, null)),
                now.plus(Duration.ofHours(1)),
                List.of(),
                List.of("sms"),
                false,
                SignatureCheck.UNSIGNED,
                "digest",
                Rendition.digest(renditions),
                null);
        return new AlertCommand.Submit(
                "submit-" + identifier,
                content.id(),
                now,
                new Actor("ana", Set.of(Role.AUTHOR)),
                content,
                renditions,
                List.of(),
                CapBytes.of(new byte[] {1}),
                false,
                false,
                false,
                false);
    }

    private String bootstrap() {
        return broker == null ? "" : String.valueOf(broker.clients().get("bootstrap.servers"));
    }

    private Wire wire() {
        if (wire == null) {
            throw new IllegalStateException("not started");
        }
        return wire;
    }
}
