package org.carillon.bench.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.carillon.bench.broker.BrokerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterProcessIT {
    @Test
    void shouldRunAndRunAgainOnTheSameStateWhenKilled(@TempDir Path folder) throws IOException, InterruptedException {
        Path state = folder.resolve("state");
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("kafka"))) {
            // Given
            RouterProcess killed = RouterProcess.start(broker.clients(), state, "router-0", List.of("-Xmx256m"));
            assertThat(killed.heapInUse()).isBetween(1L << 20, 256L << 20);

            // When
            killed.kill();

            // Then
            try (RouterProcess again = RouterProcess.start(broker.clients(), state, "router-0", List.of("-Xmx256m"))) {
                assertThat(again.pid()).isNotEqualTo(killed.pid());
                assertThat(again.startSeconds()).isGreaterThan(again.streamsSeconds());
                assertThat(again.cpuNanos()).isPositive();
            }
        }
    }
}
