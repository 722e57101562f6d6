package org.carillon.channel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carillon.channel.core.loop.DeliveryLoop;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every channel does when the delivery loop drives it over a real Kafka: nobody missed, nobody doubled, whatever fails. */
public abstract class ChannelContract extends LoopFixture {
    private void assume(Rig.Fault fault) {
        Assumptions.assumeTrue(rig.faults().contains(fault), "this provider cannot play " + fault);
    }

    @Test
    void shouldDeliverOnceToEach() {
        // Given
        loop();

        // When
        AlertId alert = publish("deliver", Lane.URGENT, 250);

        // Then
        assertEachGotIt(alert, 250);
    }

    @Test
    void shouldReportWhomTheProviderRefuses() {
        // Given
        rig.refuse(1);
        loop();

        // When
        AlertId alert = publish("refuse", Lane.ROUTINE, 3);

        // Then
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.FAILED) == 1);
        DeliveryId refused = new DeliveryId.OfAlert(new BatchId(alert, 0, 0), 1);
        assertThat(hub.statuses()).containsEntry(refused, DeliveryStatus.FAILED);
        assertThat(hub.code(refused)).isNotEmpty();
        await().atMost(PATIENCE).until(() -> sentOrMore(alert) == 2);
        assertThat(rig.received()).containsOnlyKeys(0, 2);
    }

    @Test
    void shouldEndTheSubscriptionOfAContactThatIsGone() {
        // Given
        Assumptions.assumeTrue(rig.routes().commands().isPresent(), "this channel ends no subscriptions");
        int before = hub.commands().size();
        rig.gone(1);
        loop();
        // When
        AlertId alert = publish("gone", Lane.URGENT, 3);
        // Then
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.FAILED) == 1);
        await().atMost(PATIENCE).until(() -> sentOrMore(alert) == 2);
        assertThat(rig.received()).containsOnlyKeys(0, 2);
        assertThat(hub.commands()).hasSize(before + 1).last().satisfies(command -> {
            assertThat(command)
                    .isInstanceOfSatisfying(
                            SubscriptionCommand.End.class,
                            end -> assertThat(end.reason()).isEqualTo("gone"));
            assertThat(command.id()).isEqualTo(rig.subscription(1));
        });
    }

    @Test
    void shouldComeBackToWhatWasDeferred() {
        // Given
        assume(Rig.Fault.BUSY);
        rig.fail(Rig.Fault.BUSY);
        loop();
        AlertId alert = publish("busy", Lane.URGENT, 30);
        await().atMost(PATIENCE).until(() -> rig.calls() >= 30);
        assertThat(rig.received()).isEmpty();

        // When
        rig.heal();

        // Then
        assertEachGotIt(alert, 30);
    }

    @Test
    void shouldAskBeforeSendingAgainWhenTheAnswerWasLost() {
        // Given
        assume(Rig.Fault.TAKEN_UNANSWERED);
        rig.fail(Rig.Fault.TAKEN_UNANSWERED);
        loop();

        // When
        AlertId alert = publish("unanswered", Lane.URGENT, 20);

        // Then
        assertEachGotIt(alert, 20);
    }

    @Test
    void shouldSendAgainWhatTheProviderDoesNotHave() {
        // Given
        assume(Rig.Fault.LOST);
        rig.fail(Rig.Fault.LOST);
        loop();
        AlertId alert = publish("lost", Lane.URGENT, 20);
        await().atMost(PATIENCE).until(() -> rig.calls() >= 20);

        // When
        rig.heal();

        // Then
        assertEachGotIt(alert, 20);
    }

    @Test
    void shouldSendNothingOfAWithdrawnAlertAndSaySo() {
        // Given
        AlertId alert = publish("withdrawn", Lane.URGENT, 120);
        hub.shut(new GateEntry.AlertWithdrawn(alert, "cancelled", Instant.now()));

        // When
        loop();

        // Then
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.SUPPRESSED) == 120);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.drained(alert))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 16).boxed().toList()));
        assertThat(rig.received()).isEmpty();
    }

    /** The router may have been told that nothing follows before it knew the alert; then it would wait for ever. */
    @Test
    void shouldSayAgainThatAnAlertIsDrainedBehindABatchThatComesLate() {
        // Given
        AlertId alert = publish("late", Lane.URGENT, 1);
        loop();
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.SENT) == 1);
        hub.shut(new GateEntry.AlertWithdrawn(alert, "cancelled", Instant.now()));
        await().atMost(PATIENCE).until(() -> hub.drained(alert).size() == 16);
        int reports = hub.drainedReports(alert);

        // When
        hub.batch(alert, Lane.URGENT, 0, 1, later, contacts(1, 11));

        // Then
        await().atMost(PATIENCE).until(() -> hub.drainedReports(alert) > reports);
    }

    @Test
    void shouldSuppressWhatIsParkedBeforeItSaysThatAnAlertIsDrained() {
        // Given
        assume(Rig.Fault.BUSY);
        rig.fail(Rig.Fault.BUSY);
        loop();
        AlertId alert = publish("parked", Lane.URGENT, 10);
        await().atMost(PATIENCE).until(() -> rig.calls() >= 10);

        // When
        hub.shut(new GateEntry.AlertWithdrawn(alert, "cancelled", Instant.now()));

        // Then
        await().atMost(PATIENCE).until(() -> hub.drained(alert).size() == 16);
        assertThat(hub.count(alert, DeliveryStatus.SUPPRESSED)).isEqualTo(10);
        rig.heal();
        assertThat(rig.received()).isEmpty();
    }

    @Test
    void shouldPassOverWhoHasLeftAndWhatHasExpired() {
        // Given
        GateEntry removed = new GateEntry.RecipientRemoved(new Recipient(3, 1), "stopped", Instant.now());
        hub.shut(removed);
        AlertId alert = newAlert("left", "EFGH-2345");
        BatchId batch = hub.batch(alert, Lane.URGENT, 3, 0, later, contacts(0, 3));
        BatchId late = hub.batch(alert, Lane.URGENT, 4, 0, Instant.now().minusSeconds(1), contacts(3, 5));

        // When
        loop();

        // Then
        await().atMost(PATIENCE).until(() -> sentOrMore(alert) == 2);
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.SUPPRESSED) == 3);
        assertThat(hub.code(new DeliveryId.OfAlert(batch, 1))).isEqualTo("stopped");
        assertThat(hub.code(new DeliveryId.OfAlert(late, 0))).isEqualTo("expired");
        assertThat(rig.received()).containsOnlyKeys(0, 2);
        hub.open(removed);
    }

    @Test
    void shouldAnswerOnlyTheConfirmationToOneWhoSaidStop() {
        // Given
        Assumptions.assumeTrue(rig.routes().replies().isPresent(), "this channel answers nobody");
        ContactId contact = new ContactId(1, testNumber);
        hub.shut(new GateEntry.ContactStopped(contact, "bye" + testNumber, Instant.now()));
        loop();

        // When
        hub.reply(reply("late" + testNumber, contact, 0));
        hub.reply(reply("bye" + testNumber, contact, 0));
        hub.reply(reply("other" + testNumber, new ContactId(2, testNumber), 1));

        // Then
        await().atMost(PATIENCE).until(() -> rig.received().size() == 2);
        assertThat(rig.received())
                .containsEntry(0, List.of("Answer bye" + testNumber))
                .containsEntry(1, List.of("Answer other" + testNumber));
    }

    @Test
    void shouldStopInTimeAndGoOnWhereItStopped() {
        // Given
        DeliveryLoop first = loop();
        AlertId alert = publish("stop", Lane.ROUTINE, rig.many());
        await().atMost(PATIENCE).until(() -> rig.received().size() >= 100);

        // When
        long began = System.nanoTime();
        first.close();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        loop();

        // Then
        assertThat(took).isLessThan(Duration.ofSeconds(8));
        assertEachGotIt(alert, rig.many());
    }

    private Reply reply(String id, ContactId contact, int resident) {
        return new Reply(
                id,
                contact,
                rig.purpose(),
                rig.contact(resident),
                "en",
                ReplyKey.HELP,
                List.of(),
                List.of(),
                Map.of(),
                Instant.now());
    }
}
