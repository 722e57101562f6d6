package org.carillon.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldShowUsageWhenThereIsNoCommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing command", "Usage: carillon", "up ", "replay ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldShowUsageWhenTheCommandIsUnknown() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly");
    }

    @Test
    void shouldRefuseUnknownFlags() {
        assertThat(run("up", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot");
    }

    @Test
    void shouldPrintHelpOnStandardOutput() {
        assertThat(run("up", "--help")).isZero();
        assertThat(out.toString()).contains("--data", "--keys", "--port", "--config");
    }

    @Test
    void shouldSayAllThatIsWrongWithAStart() throws IOException {
        // Given
        Path file = Files.writeString(temp.resolve("file"), "");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = Map.of(
                    "CARILLON_MANAGEMENT_PORT",
                    Integer.toString(taken.getLocalPort()),
                    "CARILLON_NONSENSE",
                    "1",
                    "CARILLON_HTTP_PUBLIC_URL",
                    "x");

            // When
            int code = run(environment, "up", "--data", file.toString(), "--port", "0");

            // Then
            assertThat(code).isEqualTo(2);
            assertThat(err.toString().lines())
                    .hasSize(5)
                    .startsWith("carillon: cannot start:")
                    .anyMatch(line -> line.startsWith("  - CARILLON_NONSENSE: "))
                    .anyMatch(line -> line.startsWith("  - http.publicUrl: "))
                    .anyMatch(line -> line.startsWith("  - data: " + file + " cannot be written"))
                    .anyMatch(line -> line.startsWith("  - management.port: cannot listen on 127.0.0.1:"));
        }
    }

    @Test
    void shouldRecoverNobodyWhereThereIsNoHubAndMakeNothing() {
        // Given
        Path data = temp.resolve("elsewhere");

        // Then
        assertThat(run("recover", "--data", data.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--user");
        assertThat(run("recover", "--data", data.toString(), "--user", "admin")).isEqualTo(2);
        assertThat(err.toString())
                .contains("data: " + data + " holds no hub")
                .contains("keys: " + data + ".keys holds no key ring");
        assertThat(data).doesNotExist();
        assertThat(temp.resolve("elsewhere.keys")).doesNotExist();
    }

    private int run(String... args) {
        return run(Map.of(), args);
    }

    private int run(Map<String, String> environment, String... args) {
        return CommandRunner.run(args, environment, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
