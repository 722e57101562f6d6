package org.carillon.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.ingest.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void shouldReadQuotesAndCountTheLinesOfTheFile() {
        assertThat(read("\uFEFFa,b\r\n\"x, \"\"y\"\"\r\nz\",\r\n\r\nlast,\"\"\n"))
                .containsExactly(
                        new Csv.Row(1, List.of("a", "b")),
                        new Csv.Row(2, List.of("x, \"y\"\r\nz", "")),
                        new Csv.Row(5, List.of("last", "")));
        assertThat(read("a\rb\nc")).extracting(Csv.Row::line).containsExactly(1, 2, 3);
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\"b", "a\n\"b\"c", "a\nb\"c"})
    void shouldSayWhereQuotesDoNotFitWithoutRepeatingThem(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(422);
            assertThat(e.problem().violations()).singleElement().satisfies(violation -> {
                assertThat(violation.line()).isEqualTo(2);
                assertThat(violation.message()).doesNotContain("b\"");
            });
        });
    }

    @Test
    void shouldTakeUtf8Only() {
        assertThatThrownBy(() -> Csv.read("ñ".getBytes(StandardCharsets.ISO_8859_1), 9))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(400);
                    assertThat(e.problem().detail()).contains("UTF-8");
                });
        assertThatThrownBy(() -> read("a\nb\nc\nd\ne\nf\ng\nh\ni\nj"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
    }

    @Property(tries = 300)
    void shouldReadBackWhateverWasWritten(@ForAll("tables") List<List<String>> table, @ForAll boolean windows) {
        String end = windows ? "\r\n" : "\n";
        String text = table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(end));

        assertThat(Csv.read(text.getBytes(StandardCharsets.UTF_8), 99))
                .extracting(Csv.Row::cells)
                .isEqualTo(table);
    }

    @Property(tries = 500)
    void shouldSurviveWhateverComes(@ForAll("noise") byte[] bytes) {
        try {
            assertThat(Csv.read(bytes, 99))
                    .allSatisfy(row -> assertThat(row.line()).isPositive());
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isIn(400, 413, 422);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("a,\"\n\r ;ñ\u0645\uFF0B")
                .ofMaxLength(8)
                .map(text -> text + "x");
        return cell.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.of((byte) '"', (byte) ',', (byte) '\n', (byte) '\r', (byte) 'a', (byte) 0, (byte) 0xC3)
                .array(byte[].class)
                .ofMaxSize(40);
    }

    private static List<Csv.Row> read(String text) {
        return Csv.read(text.getBytes(StandardCharsets.UTF_8), 9);
    }
}
