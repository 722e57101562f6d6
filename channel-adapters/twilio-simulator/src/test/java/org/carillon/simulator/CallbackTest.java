package org.carillon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackTest {
    private static final String PATH = "/status/1";

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
    void shouldAnnounceEachStatusSignedAndInOrder() {
        JsonObject sent = bed.accepted(TestBed.PHONE, "Kochen Sie Ihr Wasser & warten Sie: 水");

        List<FakeHub.Call> calls = callbacks(2);

        assertThat(statuses(calls)).containsExactly("sent", "delivered");
        for (FakeHub.Call call : calls) {
            assertThat(call.form())
                    .containsEntry("MessageSid", sent.getString("sid"))
                    .containsEntry("SmsSid", sent.getString("sid"))
                    .containsEntry("SmsStatus", call.field("MessageStatus"))
                    .containsEntry("AccountSid", TestBed.SID)
                    .containsEntry("ApiVersion", "2010-04-01")
                    .containsEntry("To", TestBed.PHONE)
                    .containsEntry("From", TestBed.HUB)
                    .doesNotContainKey("ErrorCode");
            assertThat(call.signature()).isEqualTo(call.expectedSignature(TestBed.TOKEN));
        }
    }

    @Test
    void shouldAlsoAnnounceQueuedWhenMessagingServiceWasUsed() {
        bed.send(Map.of(
                "To",
                TestBed.PHONE,
                "MessagingServiceSid",
                "MG" + "a".repeat(32),
                "Body",
                "Hello",
                "StatusCallback",
                bed.hub.url(PATH).toString()));

        assertThat(statuses(callbacks(3))).containsExactly("queued", "sent", "delivered");
    }

    @Test
    void shouldSayWhyMessageWasUndelivered() {
        bed.faults("{\"undelivered\":1}");
        String sid = bed.accepted(TestBed.PHONE, "Hello").getString("sid");

        FakeHub.Call last = callbacks(2).getLast();

        assertThat(last.form()).containsEntry("MessageStatus", "undelivered").containsEntry("ErrorCode", "30003");
        JsonObject message = new JsonObject(
                bed.api("GET", TestBed.messages("/" + sid + ".json")).body());
        assertThat(message.getString("status")).isEqualTo("undelivered");
        assertThat(message.getInteger("error_code")).isEqualTo(30003);
        assertThat(message.getString("error_message")).isNotBlank();
    }

    @Test
    void shouldTryOnceMoreWhenHubFails() {
        bed.hub.answers.add(503);
        bed.accepted(TestBed.PHONE, "Hello");

        List<FakeHub.Call> calls = callbacks(3);

        assertThat(statuses(calls)).containsExactly("sent", "sent", "delivered");
        assertThat(calls.get(0).idempotencyToken()).isEqualTo(calls.get(1).idempotencyToken());
    }

    @Test
    void shouldNotTryAgainWhenHubRefuses() {
        bed.hub.answers.add(403);
        bed.accepted(TestBed.PHONE, "Hello");

        assertThat(statuses(callbacks(2))).containsExactly("sent", "delivered");
    }

    @Test
    void shouldDropCallbacksOnRequest() {
        bed.faults("{\"dropCallbacks\":true}");
        String sid = bed.accepted(TestBed.PHONE, "Hello").getString("sid");

        await().until(() -> status(sid).equals("delivered"));
        assertThat(bed.hub.calls).isEmpty();
    }

    @Test
    void shouldReorderCallbacksOnRequest() {
        bed.faults("{\"reorderCallbacks\":1.0}");
        bed.accepted(TestBed.PHONE, "Hello");

        assertThat(statuses(callbacks(2))).containsExactly("delivered", "sent");
    }

    @Test
    void shouldDuplicateCallbacksOnRequest() {
        bed.faults("{\"duplicateCallbacks\":true}");
        bed.accepted(TestBed.PHONE, "Hello");

        assertThat(statuses(callbacks(4))).containsExactly("sent", "sent", "delivered", "delivered");
    }

    @Test
    void shouldGoOnAfterRestart() {
        bed.faults("{\"latencyMs\":0}");
        bed.hub.answers.addAll(List.of(500, 500));
        String sid = bed.accepted(TestBed.PHONE, "Hello").getString("sid");
        await().until(() -> !bed.hub.calls.isEmpty());

        bed.restart();

        await().until(() -> status(sid).equals("delivered"));
        await().untilAsserted(() -> assertThat(statuses(bed.hub.calls(PATH))).endsWith("delivered"));
    }

    private String status(String sid) {
        return new JsonObject(
                        bed.api("GET", TestBed.messages("/" + sid + ".json")).body())
                .getString("status");
    }

    private List<FakeHub.Call> callbacks(int count) {
        await().atMost(Duration.ofSeconds(15)).until(() -> bed.hub.calls(PATH).size() >= count);
        return bed.hub.calls(PATH);
    }

    private static List<String> statuses(List<FakeHub.Call> calls) {
        return calls.stream().map(call -> call.field("MessageStatus")).toList();
    }
}
