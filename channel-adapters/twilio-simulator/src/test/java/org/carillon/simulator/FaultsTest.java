package org.carillon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private static final String ALERT = "Boil your water. Code 7K3M-Q9XT";

    @TempDir
    Path data;

    private TestBed bed;

    @BeforeEach
    void start() {
        bed = new TestBed(data);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void shouldRefuseWith429AndAcceptNothing() {
        bed.faults("{\"rate429\":1}");

        HttpResponse<String> response = bed.send(TestBed.PHONE, "Hello");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(new JsonObject(response.body()).getInteger("code")).isEqualTo(20429);
        assertThat(bed.conversation(TestBed.PHONE)).isEmpty();
        assertThat(bed.stats().getInteger("rejected")).isEqualTo(1);
        bed.json("DELETE", "/simulator/faults", "");
        assertThat(bed.send(TestBed.PHONE, "Hello").statusCode()).isEqualTo(201);
    }

    @Test
    void shouldAnswer500ThoughAccepted() {
        bed.faults("{\"rate5xxAfterAccept\":1}");

        HttpResponse<String> response = bed.send(TestBed.PHONE, "Hello");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(new JsonObject(response.body()).getInteger("code")).isEqualTo(20500);
        assertThat(bed.conversation(TestBed.PHONE)).hasSize(1);
        assertThat(bed.stats().getInteger("accepted")).isEqualTo(1);
    }

    @Test
    void shouldRefuseNumbersThatOptedOut() {
        bed.faults("{\"optedOut\":[\"" + TestBed.PHONE + "\"]}");

        HttpResponse<String> response = bed.send(TestBed.PHONE, "Hello");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getInteger("code")).isEqualTo(21610);
        assertThat(bed.send("+15550100999", "Hello").statusCode()).isEqualTo(201);
    }

    @Test
    void shouldKeepToMessagesPerSecond() {
        bed.faults("{\"mps\":1}");

        await().pollInterval(Duration.ofMillis(1))
                .until(() -> bed.send(TestBed.PHONE, "Hello").statusCode() == 429);
        await().until(() -> bed.send(TestBed.PHONE, "Hello").statusCode() == 201);
    }

    @Test
    void shouldAnswerLate() {
        bed.faults("{\"latencyMs\":300}");
        Instant start = Instant.now();

        bed.send(TestBed.PHONE, "Hello");

        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void shouldChangeOnlyFaultsNamed() {
        bed.faults("{\"mps\":100,\"undelivered\":0.25,\"dropCallbacks\":true,\"latencyMs\":5}");
        bed.faults("{\"rate429\":0.5,\"latencyMs\":null}");

        JsonObject faults = new JsonObject(bed.get("/simulator/faults").body());

        assertThat(faults.getInteger("mps")).isEqualTo(100);
        assertThat(faults.getDouble("undelivered")).isEqualTo(0.25);
        assertThat(faults.getDouble("dropCallbacks")).isEqualTo(1);
        assertThat(faults.getDouble("rate429")).isEqualTo(0.5);
        assertThat(faults.getInteger("latencyMs")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"rate500\":1}|unknown fault 'rate500'",
                "{\"rate429\":1.5}|'rate429' must be",
                "{\"rate429\":\"often\"}|'rate429' must be",
                "{\"undelivered\":-1}|'undelivered' must be",
                "{\"latencyMs\":-1}|'latencyMs' must be",
                "{\"mps\":0}|'mps' must be",
                "{\"mps\":1.5}|'mps' must be",
                "{\"optedOut\":\"+15550100123\"}|'optedOut' must be",
                "{\"optedOut\":[\"me\"]}|'optedOut' must be",
                "[1]|JSON object",
                "nonsense|not JSON"
            })
    void shouldRefuseFaultsItDoesNotKnow(String json, String reason) {
        HttpResponse<String> response = bed.json("POST", "/simulator/faults", json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getString("error")).contains(reason);
        assertThat(new JsonObject(bed.get("/simulator/faults").body()).getDouble("rate429"))
                .isZero();
    }

    @Test
    void shouldCountDuplicatesOfAlertsOnly() {
        bed.send(TestBed.PHONE, ALERT);
        bed.send("+15550100999", ALERT);
        bed.send(TestBed.PHONE, "Which area? 1 North 2 South");
        bed.send(TestBed.PHONE, "Which area? 1 North 2 South");
        assertThat(bed.stats().getInteger("duplicates")).isZero();

        bed.send(TestBed.PHONE, ALERT);

        JsonObject stats = bed.stats();
        assertThat(stats.getInteger("duplicates")).isEqualTo(1);
        assertThat(stats.getInteger("accepted")).isEqualTo(5);
        assertThat(stats.getInteger("distinctRecipients")).isEqualTo(2);
        assertThat(stats.getDouble("perSecond")).isPositive();
    }

    @Test
    void shouldNotCountRepeatOfWhatNeverArrived() {
        bed.faults("{\"undelivered\":true}");
        bed.send(TestBed.PHONE, ALERT);
        await().until(() -> bed.conversation(TestBed.PHONE)
                .getJsonObject(0)
                .getString("status")
                .equals("undelivered"));
        bed.json("DELETE", "/simulator/faults", "");

        bed.send(TestBed.PHONE, ALERT);

        assertThat(bed.stats().getInteger("duplicates")).isZero();
    }
}
