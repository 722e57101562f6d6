package org.carillon.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./carillon bench kill}. */
class KillProofIT {
    @Test
    void shouldMissNobodyAndDoubleNobodyWhenKilled(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        KillProof proof = new KillProof(24, 2, freePort(), new Random(), line -> {});

        // When
        KillReport report = proof.run(folder);

        // Then
        assertThat(report.runs()).hasSize(2).allMatch(KillRun::clean);
    }

    /** One whose neighbours, which the hub takes too, are free as well. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket management =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress());
                    ServerSocket simulator =
                            new ServerSocket(first.getLocalPort() + 10, 1, InetAddress.getLoopbackAddress())) {
                assertThat(management.isBound() && simulator.isBound()).isTrue();
                return first.getLocalPort();
            } catch (java.net.BindException e) {
                continue;
            }
        }
    }
}
