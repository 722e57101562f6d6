package org.carillon.channel.push.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.carillon.channel.core.testkit.ChannelContract;
import org.carillon.channel.core.testkit.Rig;
import org.carillon.channel.push.browser.PushServer;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.GateEntry;
import org.junit.jupiter.api.Test;

class PushChannelIT extends ChannelContract {
    @Override
    protected Rig newRig(Path folder) {
        return new PushRig(folder, Clock.systemUTC());
    }

    @Test
    void shouldShowOnceWhatIsSentAgainBecauseTheAnswerWasLost() {
        // Given
        rig.fail(Rig.Fault.TAKEN_UNANSWERED);
        loop();
        AlertId alert = publish("unanswered", Lane.URGENT, 20);
        await().atMost(PATIENCE).until(() -> rig.received().size() == 20);
        // When
        rig.heal();
        // Then
        assertEachGotIt(alert, 20);
        assertThat(((PushRig) rig).browser(0).shown()).hasSize(1);
    }

    @Test
    void shouldLeaveReachedWhoMayHaveSeenAnAlertThatIsWithdrawn() {
        // Given
        rig.fail(Rig.Fault.TAKEN_UNANSWERED);
        loop();
        AlertId alert = publish("seen", Lane.URGENT, 5);
        await().atMost(PATIENCE).until(() -> rig.received().size() == 5);
        // When
        hub.shut(new GateEntry.AlertWithdrawn(alert, "cancelled", Instant.now()));
        // Then
        await().atMost(PATIENCE).until(() -> hub.drained(alert).size() == 16);
        int calls = rig.calls();
        AlertId next = publish("next", Lane.URGENT, 5);
        await().atMost(PATIENCE).until(() -> rig.calls() >= calls + 5);
        rig.heal();
        await().atMost(PATIENCE).until(() -> sentOrMore(next) == 5);
        assertThat(hub.count(alert, DeliveryStatus.INTENDED)).isEqualTo(5);
    }

    @Test
    void shouldReachEachWhenAServiceIsBusyForAWhile() {
        // Given
        ((PushRig) rig).server().behave(new PushServer.Fault.Status(429, 1));
        loop();
        AlertId alert = publish("busy-service", Lane.URGENT, 120);
        await().atMost(PATIENCE).until(() -> rig.calls() >= 2);
        // When
        rig.heal();
        // Then
        assertEachGotIt(alert, 120);
        assertThat(((PushRig) rig).server().complaints()).isEmpty();
    }
}
