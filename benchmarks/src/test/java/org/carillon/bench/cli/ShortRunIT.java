package org.carillon.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortRunIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path results;

    @Test
    void shouldMeasureBothAndCheckEachRecipient() throws IOException {
        // When
        int exit = run(
                "fanout",
                "--subscriptions=5000",
                "--rounds=1",
                "--records=20000",
                "--alerts=1",
                "--small-alerts=2",
                "--results=" + results);

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("5,000 subscriptions", "records/s", "recipients/s", "fan-out / raw records")
                .contains("0 missed, 0 doubled, 0 strangers");
        JsonNode report = onlyReport();
        assertThat(report.at("/machine/cores").asInt()).isPositive();
        assertThat(report.at("/machine/kafka").asText()).isNotEmpty();
        JsonNode size = report.at("/result/sizes/0");
        assertThat(size.at("/rounds")).hasSize(1);
        assertThat(size.at("/rounds/0/smallMillis")).hasSize(2);
        assertThat(size.at("/medianRaw/records/perSecond").asDouble()).isPositive();
        assertThat(size.at("/medianRecipientsPerSecond").asDouble()).isPositive();
        assertThat(size.at("/medianCpuMicros").asDouble()).isPositive();
        assertThat(size.at("/timesRawRecords").asDouble()).isPositive();
        assertThat(size.at("/audit/missed").asInt()).isZero();
        assertThat(out.toString()).contains("PostgreSQL", "fan-out / naive scan");
        assertThat(size.at("/rivals")).isNotEmpty().allSatisfy(rival -> {
            assertThat(rival.at("/timesThis").asDouble()).isPositive();
            assertThat(rival.at("/audit"))
                    .isEqualTo(Json.mapper()
                            .createObjectNode()
                            .put("missed", 0)
                            .put("doubled", 0)
                            .put("strangers", 0));
        });
    }

    @Test
    void shouldRestoreAfterAWipeAndAfterAKill() throws IOException {
        // When
        int exit = run("restore", "--subscriptions=5000", "--rounds=1", "--results=" + results);

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).contains("start with wiped state", "start after a kill", "0 missed, 0 doubled");
        JsonNode size = onlyReport().at("/result/sizes/0");
        assertThat(size.at("/medianReadPerSecond").asDouble()).isPositive();
        assertThat(size.at("/medianEmptySeconds").asDouble()).isPositive();
        assertThat(size.at("/medianWipedSeconds").asDouble()).isPositive();
        assertThat(size.at("/medianKilledSeconds").asDouble()).isPositive();
    }

    @Test
    void shouldMeasureTheSameTownInTwoCities() throws IOException {
        // When
        int exit = run("size", "--subscriptions=2000,20000", "--rounds=1", "--small-alerts=2", "--results=" + results);

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).contains("an alert to 200", "larger / smaller", "0 missed, 0 doubled");
        JsonNode result = onlyReport().at("/result");
        assertThat(result.at("/timesSmaller").asDouble()).isPositive();
        // Of so small a city the heap says little: a megabyte that a thread still holds is 50 bytes for each.
        assertThat(result.at("/heapAtRest").isNumber()).isTrue();
        assertThat(result.at("/atRest/resident").asLong()).isGreaterThan(1L << 30);
    }

    @Test
    void shouldSendExtremeAlertsDuringARoutineOne() throws IOException {
        // When
        int exit = run("preempt", "--subscriptions=20000", "--rounds=1", "--results=" + results);

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).contains("during a routine to all", "0 missed, 0 doubled, 0 strangers");
        JsonNode round = onlyReport().at("/result/rounds/0");
        assertThat(round.at("/aloneMillis")).isNotEmpty();
        assertThat(round.at("/routinePerSecond").asDouble()).isPositive();
    }

    @Test
    void shouldMeasureFromTheQueryAndFromTheApproval() throws IOException {
        // When
        int exit = run(
                "latency",
                "--subscriptions=5000",
                "--residents=10",
                "--rounds=1",
                "--alerts=3",
                "--results=" + results);

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("from the query, p50", "from the approval, p99")
                .contains("0 missed, 0 doubled, 0 strangers");
        JsonNode result = onlyReport().at("/result");
        assertThat(result.at("/limitP50Millis").asDouble()).isPositive();
        assertThat(result.at("/approvalMillis/0")).hasSize(3);
    }

    @Test
    void shouldRefuseNumbersThatMeasureNothing() {
        assertThat(run("raw", "--rounds=0")).isEqualTo(2);
        assertThat(run("fanout", "--subscriptions=0")).isEqualTo(2);
        assertThat(run("preempt", "--rounds=0")).isEqualTo(2);
        assertThat(run("nothing")).isEqualTo(2);
    }

    private int run(String... args) {
        return BenchRunner.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private JsonNode onlyReport() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(all.getFirst().getFileName().toString()).matches("[a-z]+-\\d{8}T\\d{6}Z\\.json");
            return Json.mapper().readTree(all.getFirst().toFile());
        }
    }
}
