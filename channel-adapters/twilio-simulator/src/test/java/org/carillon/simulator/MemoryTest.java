package org.carillon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.carillon.simulator.account.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    Path data;

    private TestBed bed;

    @BeforeEach
    void start() {
        bed = new TestBed(folder());
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void shouldRememberEverythingAfterRestart() {
        bed.send(TestBed.PHONE, "Boil your water. Code 7K3M-Q9XT");
        bed.send(TestBed.PHONE, "Boil your water. Code 7K3M-Q9XT");
        bed.send("12", "refused");
        bed.json("POST", "/simulator/phones/" + TestBed.PHONE + "/messages", "{\"body\":\"VERIFY 7K3M-Q9XT\"}");
        await().until(() -> bed.hub.calls("/status/1").size() == 4);
        await().until(() -> bed.conversation(TestBed.PHONE).encode().contains("received"));
        JsonArray before = bed.conversation(TestBed.PHONE);
        JsonObject statsBefore = bed.stats();

        bed.restart();

        assertThat(bed.conversation(TestBed.PHONE)).isEqualTo(before);
        assertThat(before.stream().map(m -> ((JsonObject) m).getString("status")))
                .containsExactly("delivered", "delivered", "received");
        for (String name : List.of("accepted", "rejected", "distinctRecipients", "duplicates")) {
            assertThat(bed.stats().getInteger(name)).as(name).isEqualTo(statsBefore.getInteger(name));
        }
        assertThat(statsBefore.getInteger("duplicates")).isEqualTo(1);
        assertThat(statsBefore.getInteger("rejected")).isEqualTo(1);
    }

    @Test
    void shouldHaveOnDiskWhatItAccepted() throws Exception {
        String sid = bed.accepted(TestBed.PHONE, "Hello").getString("sid");

        assertThat(Files.readString(log())).contains(sid);
    }

    @Test
    void shouldRememberDeletion() {
        String sid = bed.accepted(TestBed.PHONE, "Hello").getString("sid");
        String one = TestBed.messages("/" + sid + ".json");
        await().until(() -> bed.api("DELETE", one).statusCode() == 204);

        bed.restart();

        assertThat(bed.api("GET", one).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldDropTornLastLineAndGoOn() throws Exception {
        bed.send(TestBed.PHONE, "first");
        TestBed.await(bed.simulator.close());
        Files.writeString(log(), "{\"type\":\"message\",\"mess", StandardOpenOption.APPEND);

        bed.simulator = bed.start(SimulatorConfig.of(0, folder()));
        bed.send(TestBed.PHONE, "second");
        bed.restart();

        assertThat(bed.conversation(TestBed.PHONE)).hasSize(2);
    }

    @Test
    void shouldRefuseLogDamagedInTheMiddle() throws Exception {
        TestBed.await(bed.simulator.close());
        List<String> lines =
                List.of("{\"type\":\"refused\",\"code\":1,\"at\":\"2026-01-01T00:00:00Z\"}", "damage +15550100123");
        Files.writeString(log(), String.join("\n", lines) + "\n" + lines.getFirst() + "\n");

        assertThatThrownBy(() -> bed.start(SimulatorConfig.of(0, folder())))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("+1555");

        Files.writeString(log(), "");
        bed.simulator = bed.start(SimulatorConfig.of(0, folder()));
    }

    @Test
    void shouldLetOnlyOneUseTheFolder() {
        assertThatThrownBy(() -> bed.start(SimulatorConfig.of(0, folder()))).hasMessageContaining("another simulator");
    }

    @Test
    void shouldMakeUpAnAccountOnceAndKeepIt() throws Exception {
        Path folder = data.resolve("fresh");
        TwilioSimulator.Running first = bed.start(SimulatorConfig.of(0, folder));
        Account account = first.account();
        TestBed.await(first.close());
        TwilioSimulator.Running second = bed.start(SimulatorConfig.of(0, folder));
        TestBed.await(second.close());

        assertThat(account.accountSid()).matches("AC[0-9a-f]{32}");
        assertThat(account.authToken()).matches("[0-9a-f]{32}");
        assertThat(account.hubNumber()).matches("\\+120255501\\d\\d");
        assertThat(account.toString()).doesNotContain(account.authToken());
        assertThat(second.account()).isEqualTo(account);
        for (String file : List.of("account.json", "messages.log")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    private Path folder() {
        return data.resolve("simulator");
    }

    private Path log() {
        return folder().resolve("messages.log");
    }
}
