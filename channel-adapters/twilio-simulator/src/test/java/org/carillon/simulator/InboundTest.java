package org.carillon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundTest {
    private static final String PATH = "/simulator/phones/" + TestBed.PHONE + "/messages";

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
    void shouldTellHubSignedAndKeepMessage() {
        HttpResponse<String> response = text("اشتراك +D02 & más");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject answer = new JsonObject(response.body());
        assertThat(answer.getInteger("hubStatus")).isEqualTo(200);
        FakeHub.Call call = bed.hub.calls("/inbound").getFirst();
        assertThat(call.form())
                .containsEntry("MessageSid", answer.getString("sid"))
                .containsEntry("SmsSid", answer.getString("sid"))
                .containsEntry("AccountSid", TestBed.SID)
                .containsEntry("From", TestBed.PHONE)
                .containsEntry("To", TestBed.HUB)
                .containsEntry("Body", "اشتراك +D02 & más")
                .containsEntry("NumMedia", "0")
                .containsEntry("NumSegments", "1")
                .doesNotContainKey("OptOutType");
        assertThat(call.signature()).isEqualTo(call.expectedSignature(TestBed.TOKEN));
        JsonObject kept = bed.conversation(TestBed.PHONE).getJsonObject(0);
        assertThat(kept.getString("direction")).isEqualTo("inbound");
        assertThat(kept.getString("status")).isEqualTo("received");
        assertThat(kept.getString("encoding")).isEqualTo("UCS-2");
        assertThat(kept.getString("body")).isEqualTo("اشتراك +D02 & más");
    }

    @ParameterizedTest
    @CsvSource({"15550100123", "%2B15550100123", "+15550100123"})
    void shouldUnderstandHowNumbersAreWritten(String written) {
        bed.postForm("/simulator/phones/" + written + "/messages", Map.of("body", "JOIN"));

        assertThat(bed.conversation(TestBed.PHONE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{\"body\":\"\"}'", "'{\"body\":5}'", "'[]'", "'nonsense'", "''"})
    void shouldRefuseWhatIsNoText(String body) {
        assertThat(bed.json("POST", PATH, body).statusCode()).isEqualTo(400);
        assertThat(bed.json("POST", PATH.replace("+1555", "abc"), "{\"body\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldTryOnceMoreWhenHubIsBusy() {
        bed.hub.answers.add(503);

        HttpResponse<String> response = text("JOIN");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(response.body()).getInteger("attempts")).isEqualTo(2);
        List<FakeHub.Call> calls = bed.hub.calls("/inbound");
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).form()).isEqualTo(calls.get(1).form());
        assertThat(calls.get(0).idempotencyToken()).isEqualTo(calls.get(1).idempotencyToken());
    }

    @Test
    void shouldSayWhenHubIsAwayAndUseItsNewAddress() {
        bed.hub.answers.addAll(List.of(503, 503));
        assertThat(text("JOIN").statusCode()).isEqualTo(202);

        assertThat(bed.json("PUT", "/simulator/hub", "{\"inboundUrl\":\"http://127.0.0.1:1/x\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> away = text("JOIN");
        assertThat(away.statusCode()).isEqualTo(202);
        assertThat(new JsonObject(away.body()).getValue("hubStatus")).isNull();

        bed.json("PUT", "/simulator/hub", "{\"inboundUrl\":\"" + bed.hub.url("/moved") + "\"}");
        bed.restart();
        assertThat(text("JOIN").statusCode()).isEqualTo(200);
        assertThat(bed.hub.calls("/moved")).hasSize(1);
        assertThat(bed.json("PUT", "/simulator/hub", "{\"inboundUrl\":\"nowhere\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(bed.json("PUT", "/simulator/hub", "{\"inbound\":\"nowhere\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldLeaveStopToHubUnlessConfigured() {
        text("STOP");

        assertThat(bed.hub.calls("/inbound").getFirst().form()).doesNotContainKey("OptOutType");
        assertThat(bed.send(TestBed.PHONE, "You are signed off.").statusCode()).isEqualTo(201);
    }

    @Test
    void shouldBlockAndSayOptOutTypeWhenAdvanced() {
        bed.json("PUT", "/simulator/hub", "{\"optOut\":\"advanced\"}");

        text(" stop ");
        assertThat(bed.hub.calls("/inbound").getLast().form()).containsEntry("OptOutType", "STOP");
        assertThat(bed.conversation(TestBed.PHONE).getJsonObject(1).getString("direction"))
                .isEqualTo("outbound-reply");
        bed.restart();
        assertThat(new JsonObject(bed.send(TestBed.PHONE, "Hello").body()).getInteger("code"))
                .isEqualTo(21610);

        text("STOP PLEASE");
        assertThat(bed.hub.calls("/inbound").getLast().form()).doesNotContainKey("OptOutType");
        text("Start");
        assertThat(bed.hub.calls("/inbound").getLast().form()).containsEntry("OptOutType", "START");
        assertThat(bed.send(TestBed.PHONE, "Hello").statusCode()).isEqualTo(201);
    }

    @Test
    void shouldBlockWithoutOptOutTypeWhenCarrierDoes() {
        bed.json("PUT", "/simulator/hub", "{\"optOut\":\"carrier\"}");

        text("STOP");

        assertThat(bed.hub.calls("/inbound").getLast().form()).doesNotContainKey("OptOutType");
        assertThat(bed.send(TestBed.PHONE, "Hello").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> text(String body) {
        return bed.json("POST", PATH, new JsonObject().put("body", body).encode());
    }
}
