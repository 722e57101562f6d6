package org.carillon.channel.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.carillon.channel.core.testkit.ChannelContract;
import org.carillon.channel.core.testkit.Rig;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.junit.jupiter.api.Test;

class TwilioChannelIT extends ChannelContract {
    @Override
    protected Rig newRig(Path folder) {
        return new SimulatorRig(folder);
    }

    private SimulatorRig simulator() {
        return (SimulatorRig) rig;
    }

    @Test
    void shouldReachEachOf500OnceThroughEveryFault() {
        // Given
        simulator()
                .faults(new JsonObject()
                        .put("rate429", 0.2)
                        .put("rate5xxAfterAccept", 0.2)
                        .put("latencyMs", 20)
                        .put("dropCallbacks", 1.0));
        loop();

        // When
        AlertId alert = publish("faults", Lane.URGENT, 500);

        // Then
        assertEachGotIt(alert, 500);
        assertThat(simulator().duplicates()).isZero();
    }

    @Test
    void shouldWaitForAProviderThatIsAway() {
        // Given
        var loop = loop();
        await().atMost(PATIENCE).until(() -> loop.check().ok());
        AlertId[] alert = new AlertId[1];

        // When
        simulator().away(() -> {
            alert[0] = publish("away", Lane.URGENT, 120);
            await().atMost(PATIENCE).until(() -> !loop.check().ok());
        });

        // Then
        assertEachGotIt(alert[0], 120);
    }
}
