package org.carillon.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
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
        int port = 0;
        while (port == 0) {
            int candidate = free(0);
            port = free(candidate + 1) != 0 && free(candidate + 10) != 0 ? candidate : 0;
        }
        return port;
    }

    /** The port where it is free, any free one for 0; 0 where it is taken. */
    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            return 0;
        }
    }
}
