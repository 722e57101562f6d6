package org.carillon.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {
    private final Problems problems = new Problems();

    @Test
    void shouldReadEveryKind() {
        YamlObject root = parse("""
                name: Carillon   # a comment
                port: 8080
                postcode: 01234
                live: true
                wait: 1h30m
                until: 2028-12-31
                mode: very-fast
                list: [a, 1, no]
                map: {en: one, es: dos}
                inner:
                  deep: x
                many:
                  - code: D01
                  - code: D02
                """);

        assertThat(root.required("name", ValueType.text())).contains("Carillon");
        assertThat(root.required("port", ValueType.integer(1, 65535), 0)).isEqualTo(8080);
        assertThat(root.required("postcode", ValueType.text(), "")).isEqualTo("01234");
        assertThat(root.optional("live", ValueType.flag(), false)).isTrue();
        assertThat(root.optional("wait", ValueType.duration())).contains(Duration.ofMinutes(90));
        assertThat(root.optional("until", ValueType.date())).contains(LocalDate.of(2028, 12, 31));
        assertThat(root.optional("mode", ValueType.enumOf(Mode.class))).contains(Mode.VERY_FAST);
        assertThat(root.list("list", ValueType.text())).containsExactly("a", "1", "no");
        assertThat(root.map("map", ValueType.text())).containsEntry("en", "one").hasSize(2);
        assertThat(root.object("inner").flatMap(o -> o.required("deep", ValueType.text())))
                .contains("x");
        assertThat(root.objects("many").stream()
                        .map(o -> o.required("code", ValueType.text(), ""))
                        .toList())
                .containsExactly("D01", "D02");
        assertThat(root.optional("absent", ValueType.text())).isEmpty();
        root.reportUnknownKeys();
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void shouldReportEverythingWithPlaceAndAdvice() {
        YamlObject root = parse("""
                prot: 8080
                wait: soon
                wait: 1s
                empty:
                many:
                  - code: D01
                    colour: red
                  - D02
                """);
        root.required("port", ValueType.integer(1, 65535));
        root.optional("wait", ValueType.duration());
        root.optional("empty", ValueType.text());
        root.objects("many").forEach(o -> o.required("code", ValueType.text()));
        root.reportUnknownKeys();

        assertThat(problems.sorted().stream().map(Problem::text))
                .containsExactly(
                        "x.yaml:1:1: port: is missing: expected a whole number from 1 to 65535",
                        "x.yaml:1:1: prot: is not a known key: did you mean \"port\"?",
                        "x.yaml:2:7: wait: expected a duration such as 500ms, 10s, 1h30m or 7d, found \"soon\"",
                        "x.yaml:3:1: wait: is there twice, first in line 2: remove one",
                        "x.yaml:4:7: empty: has no value: write one or remove the line",
                        "x.yaml:7:5: many[0].colour: is not a known key: remove it, or write one of code",
                        "x.yaml:8:5: many[1]: expected keys and values");
    }

    @Test
    void shouldNotRepeatSecrets() {
        parse("port: hunter2").optional("port", ValueType.integer(1, 2).secret());

        assertThat(problems.sorted())
                .singleElement()
                .satisfies(p -> assertThat(p.text()).doesNotContain("hunter2"));
    }

    @Test
    void shouldRefuseTagsAliasesAndDepth() {
        for (String text : List.of(
                "a: !!java.net.URL [x]",
                "a: &x [1]\nb: *x",
                "a: &a [*a]",
                "a: " + "[".repeat(5000) + "]".repeat(5000),
                "just text",
                "- a\n- b",
                "",
                "a: [1",
                "a: b: c",
                "a: 1\n---\nb: 2",
                "a: \u0001")) {
            Problems mine = new Problems();
            assertThat(Yaml.parse("x.yaml", text, mine)).as(text).isEmpty();
            assertThat(mine.sorted()).as(text).isNotEmpty();
        }
    }

    @Test
    void shouldSayWhyAFileCannotBeRead(@TempDir Path dir) throws IOException {
        Path latin = Files.write(dir.resolve("latin.yaml"), "name: Córdoba".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.writeString(dir.resolve("large.yaml"), "a: " + "x".repeat(1 << 20));
        Path marked = Files.writeString(dir.resolve("bom.yaml"), "\uFEFFname: a");

        assertThat(problem(dir.resolve("none.yaml"))).contains("is missing");
        assertThat(problem(latin)).contains("not UTF-8");
        assertThat(problem(large)).contains("larger than");
        assertThat(Yaml.read(marked, problems).flatMap(o -> o.required("name", ValueType.text())))
                .contains("a");
    }

    @Test
    void shouldRefuseBadValues() {
        assertThat(ValueType.duration().parse("")).isEmpty();
        assertThat(ValueType.duration().parse("10")).isEmpty();
        assertThat(ValueType.duration().parse("7d")).contains(Duration.ofDays(7));
        assertThat(ValueType.duration().parse("500ms")).contains(Duration.ofMillis(500));
        assertThat(ValueType.zone().parse("Europe/Madird")).isEmpty();
        assertThat(ValueType.zone().parse("+02:00")).isEmpty();
        assertThat(ValueType.zone().parse("Europe/Madrid")).isPresent();
        assertThat(ValueType.languageTag().parse("zh-Hant")).contains("zh-Hant");
        assertThat(ValueType.languageTag().parse("english")).contains("english");
        assertThat(ValueType.languageTag().parse("EN")).isEmpty();
        assertThat(ValueType.languageTag().parse("e")).isEmpty();
        assertThat(ValueType.httpUri().parse("https://a.example/b")).isPresent();
        assertThat(ValueType.httpUri().parse("a.example")).isEmpty();
        assertThat(ValueType.decimal(-90, 90).parse("NaN")).isEmpty();
        assertThat(ValueType.date().parse("2028-02-30")).isEmpty();
    }

    @Property(tries = 2000)
    void nothingMakesTheReaderThrow(@ForAll String text) {
        Problems mine = new Problems();
        Optional<YamlObject> root = Yaml.parse("x.yaml", text, mine);

        assertThat(root.isPresent() || !mine.isEmpty()).isTrue();
    }

    private String problem(Path file) {
        Problems mine = new Problems();
        assertThat(Yaml.read(file, mine)).isEmpty();
        assertThat(mine.sorted()).hasSize(1);
        return mine.sorted().get(0).text();
    }

    private YamlObject parse(String text) {
        return Yaml.parse("x.yaml", text, problems).orElseThrow();
    }

    private enum Mode {
        SLOW,
        VERY_FAST
    }
}
