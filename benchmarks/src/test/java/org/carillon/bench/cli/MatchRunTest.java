package org.carillon.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

class MatchRunTest {
    private static final Path DATA =
            Path.of(System.getProperty("carillon.root", ".."), "../shared/data").normalize();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void shouldFindEveryPublishedPair() throws IOException {
        assumeTrue(Files.isDirectory(DATA.resolve("match-benchmark")), "no data beside the project: " + DATA);

        int exit = run("--data=" + DATA, "--rounds=1", "--warm-up=1", "--results=" + folder);

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).contains("8,914, as published, by each of them", "1,870 alerts x 2,126 areas");
        JsonNode result = onlyReport().at("/result");
        assertThat(result.at("/published/pairs/hub").asInt()).isEqualTo(8914);
        assertThat(result.at("/published/median/hub").asDouble()).isPositive();
        assertThat(result.at("/published/timesTree").asDouble()).isPositive();
        assertThat(result.at("/realShapes/rounds")).hasSize(1);
    }

    @Test
    void shouldSayThatThereAreNoData() {
        assertThat(run("--data=" + folder)).isZero();

        assertThat(out.toString()).contains("match skipped: no folder");
    }

    @Test
    void shouldRefuseNumbersThatMeasureNothing() {
        assertThat(run("--rounds=0")).isEqualTo(2);
        assertThat(run("--warm-up=0")).isEqualTo(2);
    }

    private int run(String... options) {
        String[] arguments =
                Stream.concat(Stream.of("match"), Stream.of(options)).toArray(String[]::new);
        return BenchRunner.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private JsonNode onlyReport() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return Json.mapper().readTree(all.getFirst().toFile());
        }
    }
}
