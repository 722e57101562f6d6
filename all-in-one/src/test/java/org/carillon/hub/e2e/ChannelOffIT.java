package org.carillon.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.carillon.hub.demo.DemoStory;
import org.carillon.hub.demo.PushAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub without one of its channels. */
class ChannelOffIT {
    @Test
    void shouldFailTheStorySayingWhichChannelIsOffWhileTheOthersDeliver(@TempDir Path folder)
            throws InterruptedException {
        // Given
        StringWriter told = new StringWriter();
        try (RunningHub hub = RunningHub.start(folder, Map.of("CARILLON_CHANNELS", "sms,web,push"))) {
            // When
            DemoStory.Outcome outcome = new DemoStory(
                            hub.demo(), PushAddress.LOOPBACK, new PrintWriter(told, true), Clock.systemUTC())
                    .play();

            // Then
            assertThat(outcome.ok()).isFalse();
            assertThat(outcome.failed()).containsOnlyKeys("radio");
            assertThat(outcome.channels().get("radio")).isEmpty();
            assertThat(outcome.channels().get("push")).hasSize(3);
            assertThat(told.toString()).contains("FAILED radio").contains("switched off");
        }
    }
}
