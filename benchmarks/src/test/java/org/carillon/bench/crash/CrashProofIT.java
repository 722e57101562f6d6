package org.carillon.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.carillon.bench.crash.CrashRun.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short forms of {@code ./carillon bench crash} and {@code ./carillon bench soak}. */
class CrashProofIT {
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void shouldMissNobodyAndDoubleNobodyWhenTheRouterIsKilled() throws IOException, InterruptedException {
        // Given
        CrashProof proof = new CrashProof(
                new CrashProof.Settings(30_000, 500, 1, List.of(Manner.SAME_STATE, Manner.WIPED), "-Xmx512m", Map.of()),
                new Random(),
                said::add);

        // When
        CrashProof.Report report = proof.run(folder);

        // Then
        assertThat(report.findings()).as(said.toString()).isEqualTo(Findings.CLEAN);
        assertThat(report.runs()).extracting(CrashRun::manner).contains(Manner.SAME_STATE, Manner.WIPED);
    }

    @Test
    void shouldMissNobodyAndDoubleNobodyWhenBrokersRefuseBatches() throws IOException, InterruptedException {
        // Given
        SoakProof proof = new SoakProof(
                new SoakProof.Settings(20_000, 200, Duration.ofSeconds(1), "-Xmx512m"), new Random(), said::add);

        // When
        SoakProof.Report report = proof.run(folder);

        // Then
        assertThat(report.alerts()).isPositive();
        assertThat(report.findings()).as(said.toString()).isEqualTo(Findings.CLEAN);
    }
}
