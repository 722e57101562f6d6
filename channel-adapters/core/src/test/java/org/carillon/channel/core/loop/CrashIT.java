package org.carillon.channel.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.testkit.FakeProvider;
import org.carillon.channel.core.testkit.LoopFixture;
import org.carillon.channel.core.testkit.Rig;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.GateEntry;
import org.junit.jupiter.api.Test;

/** Owners that die or freeze at the worst moments; an {@link Error} of the channel ends a loop as a kill does, mid-step. */
class CrashIT extends LoopFixture {
    @Override
    protected Rig newRig(Path folder) {
        return new FakeProvider();
    }

    private FakeProvider provider() {
        return (FakeProvider) rig;
    }

    @Test
    void shouldSendAgainWhatWasIntendedButNeverCalled() {
        // Given
        DeliveryLoop dying = loop(config(), provider().channel(killAt(30), message -> {}));
        AlertId alert = publish("before", Lane.URGENT, 250);
        await().atMost(PATIENCE).until(() -> dying.check().reason().startsWith("failed"));

        // When
        loop();

        // Then
        assertEachGotIt(alert, 250);
    }

    @Test
    void shouldNotSendAgainWhatWasTakenWithoutAnOutcome() {
        // Given
        DeliveryLoop dying = loop(config(), provider().channel(message -> {}, killAt(30)));
        AlertId alert = publish("after", Lane.URGENT, 250);
        await().atMost(PATIENCE).until(() -> dying.check().reason().startsWith("failed"));
        assertThat(rig.received()).isNotEmpty();

        // When
        loop();

        // Then
        assertEachGotIt(alert, 250);
    }

    @Test
    void shouldNeverSendAsAFrozenOwnerThatHasBeenReplaced() {
        // Given: an owner whose calls are taken and then hang
        CountDownLatch thaw = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        DeliveryLoop frozen = loop(config(), provider().channel(message -> {}, message -> {
            if (calls.incrementAndGet() > 30) {
                hang(thaw);
            }
        }));
        AlertId alert = publish("frozen", Lane.ROUTINE, 250);
        await().atMost(PATIENCE).until(() -> calls.get() > 30);

        // When: another takes over and finishes, then the old one goes on
        loop();
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.SENT) == 250);
        thaw.countDown();

        // Then
        await().atMost(PATIENCE).until(() -> frozen.check().reason().startsWith("stand-by"));
        assertEachGotIt(alert, 250);
        assertThat(calls).hasValueLessThan(30 + 2 * config().parallel());
    }

    @Test
    void shouldFinishAfterManyKillsAtRandom() {
        // Given
        Random random = new Random(20261122);
        AlertId alert = publish("random", Lane.URGENT, 500);

        // When
        for (int kill = 0; kill < 4; kill++) {
            int at = 20 + random.nextInt(150);
            boolean taken = random.nextBoolean();
            DeliveryLoop dying = loop(
                    config(),
                    taken
                            ? provider().channel(message -> {}, killAt(at))
                            : provider().channel(killAt(at), message -> {}));
            await().atMost(PATIENCE)
                    .until(() -> dying.check().reason().startsWith("failed")
                            || rig.received().size() == 500);
            dying.close();
        }
        loop();

        // Then
        assertEachGotIt(alert, 500);
    }

    @Test
    void shouldReportTheEndOfAnAlertOnlyOnceOverRestarts() {
        // Given
        AlertId alert = publish("drained", Lane.URGENT, 10);
        hub.shut(new GateEntry.AlertWithdrawn(alert, "cancelled", java.time.Instant.now()));
        DeliveryLoop first = loop();
        await().atMost(PATIENCE).until(() -> hub.drained(alert).size() == 16);
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.SUPPRESSED) == 10);
        first.close();
        int reports = hub.drainedReports(alert);

        // When
        loop();
        AlertId next = publish("next", Lane.URGENT, 3);
        await().atMost(PATIENCE).until(() -> hub.count(next, DeliveryStatus.SENT) == 3);

        // Then
        assertThat(hub.drainedReports(alert)).isEqualTo(reports);
    }

    private static Consumer<Message> killAt(int call) {
        AtomicInteger calls = new AtomicInteger();
        return message -> {
            if (calls.incrementAndGet() >= call) {
                throw new Killed();
            }
        };
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
