package org.carillon.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostileInputTest {
    /** The whole process has 64 MiB, the ten inputs themselves among them. */
    @Test
    void shouldRefuseEverythingWithinSixtyFourMebibytes() throws Exception {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcarillon.root=" + System.getProperty("carillon.root", ".."),
                        "-cp",
                        classes,
                        HostileInput.class.getName())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        List<String> lines = out.lines()
                .filter(line -> line.matches("[a-z-]+ (true|false) (true|false)"))
                .toList();
        assertThat(lines).as(out).hasSize(10).allMatch(line -> line.endsWith("true true"));
        assertThat(process.exitValue()).isZero();
    }
}
