package org.carillon.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a hub that runs; how it goes beside one is told in the end-to-end tests. */
class RecoverCommandIT {
    private static final Path CITY = Path.of("cities", "port-maravel");

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();

    @Test
    void shouldLeaveTheCommandForTheHubToDecideWhenItStarts() {
        // Given
        String data = temp.resolve("data").toString();
        assertThat(run("init", "--city", CITY.toString(), "--data", data)).isZero();

        // When
        int code = run("recover", "--data", data, "--user", "admin", "--reason", "telephone lost");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("A new start for admin, shown once:\\R {2}password {2}\\S")
                .contains("as soon as the hub runs");
    }

    private int run(String... args) {
        return CommandRunner.run(args, Map.of(), new PrintWriter(out, true), new PrintWriter(out, true));
    }
}
