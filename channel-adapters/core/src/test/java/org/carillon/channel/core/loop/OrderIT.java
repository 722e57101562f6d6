package org.carillon.channel.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.carillon.channel.core.testkit.FakeProvider;
import org.carillon.channel.core.testkit.LoopFixture;
import org.carillon.channel.core.testkit.Rig;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.topic.Topics;
import org.junit.jupiter.api.Test;

/** What goes first, how fast, and what becomes of what cannot be read. */
class OrderIT extends LoopFixture {
    @Override
    protected Rig newRig(Path folder) {
        return new FakeProvider();
    }

    @Test
    void shouldLetAnUrgentAlertOvertakeARoutineOneWithinItsBudget() {
        // Given: routine work for 30 seconds
        loop(config(50), rig.channel());
        AlertId routine = publish("routine", Lane.ROUTINE, 1500);
        await().atMost(PATIENCE).until(() -> rig.calls() > 50);

        // When
        AlertId urgent = publish("urgent", Lane.URGENT, 5);

        // Then
        await().atMost(PATIENCE).until(() -> hub.count(urgent, DeliveryStatus.SENT) == 5);
        assertThat(hub.count(routine, DeliveryStatus.SENT)).isLessThan(700);
    }

    @Test
    void shouldKeepToItsPartsPerSecond() {
        // Given
        loop(config(40), rig.channel());
        publish("first", Lane.ROUTINE, 1);
        await().atMost(PATIENCE).until(() -> rig.calls() == 1);

        // When
        long began = System.nanoTime();
        AlertId alert = publish("budget", Lane.ROUTINE, 200);

        // Then
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.SENT) == 200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(4500));
        assertThat(rig.received().values())
                .allSatisfy(texts -> assertThat(texts.size()).isLessThanOrEqualTo(2));
    }

    @Test
    void shouldGoOnBehindWhatCannotBeRead() {
        // Given
        hub.garbage(Topics.SMS_URGENT, 0);
        hub.garbage(Topics.REPLIES, 0);
        loop();

        // When
        AlertId alert = publish("behind", Lane.URGENT, 3);

        // Then
        assertEachGotIt(alert, 3);
    }
}
