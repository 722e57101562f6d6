package org.carillon.channel.push.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.Outcome;
import org.carillon.channel.core.Outcome.Scope;
import org.carillon.channel.core.testkit.ManualClock;
import org.carillon.channel.push.browser.DemoBrowser;
import org.carillon.channel.push.browser.PushServer.Fault;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.PushContact;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.net.EndpointGuard;
import org.carillon.schemas.rendition.RenditionKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushChannelTest {
    private static final AlertId ALERT = AlertId.of("test@example.org", "1", Instant.EPOCH);

    private final ManualClock clock = new ManualClock(Instant.now());
    private PushRig rig;
    private PushChannel channel;

    @BeforeEach
    void start(@TempDir Path folder) {
        rig = new PushRig(folder, clock);
        channel = rig.channel(Duration.ofSeconds(2), new EndpointGuard(true));
    }

    @AfterEach
    void stop() {
        channel.close();
        rig.close();
    }

    private Message message(SealedContact contact, Lane lane, int attempt, Duration life, String body) {
        DeliveryTask task = new DeliveryTask.OfAlert(
                new DeliveryId.OfAlert(new BatchId(ALERT, 5, 0), 0),
                PushRig.PURPOSE.value(),
                contact,
                new Recipient(5, 0),
                new RenditionKey(ALERT, 1, "push", "en", ContentFormat.STANDARD),
                lane,
                clock.instant().plus(life));
        return new Message(task, body, attempt, clock.instant().plus(life));
    }

    private Message message(int resident) {
        return message(
                rig.contact(resident), Lane.URGENT, 1, Duration.ofHours(1), PushRig.payload("a1", "Boil your water."));
    }

    @Test
    void shouldHandOverWhatTheBrowserCanOpen() {
        // When
        Outcome outcome = channel.deliver(message(0));
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.providerId()).matches("[0-9a-f]{24}"));
        assertThat(rig.server().complaints()).isEmpty();
        assertThat(rig.browser(0).unreadable()).isZero();
        assertThat(rig.browser(0).received()).singleElement().satisfies(got -> {
            assertThat(got.payload()).isEqualTo(PushRig.payload("a1", "Boil your water."));
            assertThat(got.urgency()).isEqualTo("high");
            assertThat(got.ttl()).isEqualTo(3600);
            assertThat(got.topic()).matches("[A-Za-z0-9]{32}");
        });
    }

    @Test
    void shouldHandOverManyAtOnceSoThatEachCanBeOpened() {
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 200; i++) {
                Message message = message(i % 10);
                threads.execute(() -> channel.deliver(message));
            }
        }
        // Then
        for (int i = 0; i < 10; i++) {
            assertThat(rig.browser(i).received()).hasSize(20);
            assertThat(rig.browser(i).unreadable()).isZero();
        }
    }

    @Test
    void shouldReplaceByTagAndTellRoutineFromUrgent() {
        // Given
        String first = PushRig.payload("a1", "One.");
        String second = first.replace("One.", "Two.").replace("\"id\":\"a1\"", "\"id\":\"a2\"");
        // When
        channel.deliver(message(rig.contact(0), Lane.ROUTINE, 1, Duration.ofDays(90), first));
        channel.deliver(message(rig.contact(0), Lane.URGENT, 1, Duration.ofMillis(1), second));
        channel.deliver(message(rig.contact(0), Lane.URGENT, 1, Duration.ofHours(1), PushRig.payload("b", "Three.")));
        // Then
        List<DemoBrowser.PushMessage> got = rig.browser(0).received();
        assertThat(got).extracting(DemoBrowser.PushMessage::urgency).containsExactly("normal", "high", "high");
        assertThat(got).extracting(DemoBrowser.PushMessage::ttl).containsExactly(28 * 86_400, 1, 3600);
        assertThat(got.get(0).topic())
                .isEqualTo(got.get(1).topic())
                .isNotEqualTo(got.get(2).topic());
        assertThat(rig.browser(0).shown()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void shouldSayThatTheBrowserIsGone(int status) {
        rig.server().answer(rig.browser(0), status);

        assertThat(channel.deliver(message(0))).isEqualTo(new Outcome.Gone("http-" + status, rig.subscription(0)));
    }

    @ParameterizedTest
    @CsvSource({"400", "402", "405", "413"})
    void shouldRefuseAndKeepTheSubscription(int status) {
        rig.server().answer(rig.browser(0), status);

        assertThat(channel.deliver(message(0))).isEqualTo(new Outcome.Refused("http-" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void shouldTryForSomeMinutesWhereItsKeyIsNotAccepted(int status) {
        rig.server().answer(rig.browser(0), status);

        assertThat(channel.deliver(message(0)))
                .isEqualTo(new Outcome.Deferred("http-" + status, Optional.of(Duration.ofSeconds(30)), Scope.MESSAGE));
        assertThat(channel.deliver(message(rig.contact(0), Lane.URGENT, 10, Duration.ofHours(1), "{}")))
                .isEqualTo(new Outcome.Refused("http-" + status));
        assertThat(channel.check().ok()).isTrue();
        for (int i = 0; i < 20; i++) {
            channel.deliver(message(0));
        }
        assertThat(channel.check().ok()).isFalse();
        channel.deliver(message(1));
        assertThat(channel.check().ok()).isTrue();
    }

    @Test
    void shouldLeaveAServiceAloneForAsLongAsItAskedAndCallOthers(@TempDir Path folder) {
        // Given
        PushRig other = new PushRig(folder, clock);
        try {
            rig.server().behave(new Fault.Status(429, 120));
            // When
            Outcome first = channel.deliver(message(0));
            Outcome second = channel.deliver(message(1));
            // Then
            assertThat(first)
                    .isEqualTo(new Outcome.Deferred("http-429", Optional.of(Duration.ofMinutes(2)), Scope.MESSAGE));
            assertThat(second)
                    .isEqualTo(new Outcome.Deferred("service-busy", Optional.of(Duration.ofMinutes(2)), Scope.MESSAGE));
            assertThat(rig.calls()).isEqualTo(1);
            PushContact elsewhere = new PushContact(
                    other.server()
                            .browser(rig.vapid().publicKey())
                            .subscription()
                            .path("endpoint")
                            .asText(),
                    rig.open(0).p256dh(),
                    rig.open(0).auth());
            channel.deliver(message(rig.seal(elsewhere), Lane.URGENT, 1, Duration.ofHours(1), "{}"));
            assertThat(other.calls()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(121));
            rig.heal();
            assertThat(channel.deliver(message(1))).isInstanceOf(Outcome.Accepted.class);
        } finally {
            other.close();
        }
    }

    @Test
    void shouldBeInDoubtWhereTheAnswerIsAnErrorOrLate() {
        rig.server().behave(new Fault.TakenBut(502));
        assertThat(channel.deliver(message(0))).isEqualTo(new Outcome.InDoubt("http-502"));

        rig.server().behave(new Fault.Slow(60_000));
        PushChannel hasty = rig.channel(Duration.ofMillis(300), new EndpointGuard(true));
        assertThat(hasty.deliver(message(1))).isEqualTo(new Outcome.InDoubt("time-out"));
        hasty.close();

        assertThat(channel.lookup(message(0), clock.instant())).isEqualTo(new Found.Repeatable());
    }

    @Test
    void shouldNotWaitAgainAndAgainForAServiceThatIsSilent() {
        // Given
        PushChannel hasty = rig.channel(Duration.ofMillis(200), new EndpointGuard(true));
        rig.server().behave(new Fault.Slow(60_000));
        for (int i = 0; i < 3; i++) {
            assertThat(hasty.deliver(message(0))).isEqualTo(new Outcome.InDoubt("time-out"));
        }
        // When
        Outcome fourth = hasty.deliver(message(0));
        // Then
        assertThat(fourth)
                .isInstanceOfSatisfying(
                        Outcome.Deferred.class,
                        deferred -> assertThat(deferred.code()).isEqualTo("service-busy"));
        clock.advance(Duration.ofSeconds(2));
        rig.heal();
        assertThat(hasty.deliver(message(0))).isInstanceOf(Outcome.Accepted.class);
        assertThat(hasty.deliver(message(1))).isInstanceOf(Outcome.Accepted.class);
        hasty.close();
    }

    @Test
    void shouldDeferWhereNobodyListens() {
        // Given
        PushContact nowhere = new PushContact(
                "http://127.0.0.1:1/x", rig.open(0).p256dh(), rig.open(0).auth());
        // When
        Outcome outcome = channel.deliver(message(rig.seal(nowhere), Lane.URGENT, 1, Duration.ofHours(1), "{}"));
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Deferred("no-connection", Optional.empty(), Scope.MESSAGE));
    }

    @Test
    void shouldFollowOneRedirect(@TempDir Path folder) {
        PushRig other = new PushRig(folder, clock);
        try {
            rig.server().behave(new Fault.Moved(other.server().url()));
            assertThat(channel.deliver(message(0))).isEqualTo(new Outcome.Gone("http-404", rig.subscription(0)));
            assertThat(other.calls()).isEqualTo(1);

            rig.server().behave(new Fault.Moved(rig.server().url()));
            assertThat(channel.deliver(message(0))).isEqualTo(new Outcome.Refused("http-307"));
            assertThat(rig.calls()).isEqualTo(3);
        } finally {
            other.close();
        }
    }

    @Test
    void shouldNotCallWhatTheGuardForbids() {
        PushChannel guarded = rig.channel(Duration.ofSeconds(2), new EndpointGuard(false));

        assertThat(guarded.deliver(message(0))).isEqualTo(new Outcome.Refused("endpoint-forbidden"));
        assertThat(rig.calls()).isZero();
        guarded.close();
    }

    @Test
    void shouldRefuseContactsThatAreNone() {
        byte[] point = new byte[65];
        point[0] = 4;
        point[64] = 1;
        PushContact offCurve = new PushContact(
                rig.open(0).endpoint(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(point),
                rig.open(0).auth());
        SealedContact number = rig.keys().seal(PushRig.PURPOSE, E164.of("+34600111222"));
        SealedContact foreign = SealedContact.ofBytes(new byte[200]);

        assertThat(channel.deliver(message(rig.seal(offCurve), Lane.URGENT, 1, Duration.ofHours(1), "{}")))
                .isEqualTo(new Outcome.Refused("browser-key"));
        for (SealedContact contact : List.of(number, foreign)) {
            assertThat(channel.deliver(message(contact, Lane.URGENT, 1, Duration.ofHours(1), "{}")))
                    .isEqualTo(new Outcome.Refused("contact-unreadable"));
        }
        assertThat(rig.calls()).isZero();
    }

    @Test
    void shouldSignOncePerOriginAndAnewAfterHalfADay() {
        // Given
        URI here = URI.create("https://push.example/a");
        String first = rig.vapid().header(here);
        // When
        clock.advance(Duration.ofHours(11));
        // Then
        assertThat(rig.vapid().header(URI.create("https://push.example:443/b"))).isEqualTo(first);
        assertThat(rig.vapid().header(URI.create("https://push.example:8443/b")))
                .isNotEqualTo(first);
        clock.advance(Duration.ofHours(2));
        assertThat(rig.vapid().header(here)).isNotEqualTo(first);
    }
}
