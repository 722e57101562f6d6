package org.carillon.ingest.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that a page asks for by a fixed key is there: a missing one would be shown as its key. */
class TextsTest {
    private static final Path MAIN = Path.of(System.getProperty("carillon.root", ".."), "alert-ingest", "src", "main");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\\s*\"([a-z]+\\.[A-Za-z0-9_.-]*[A-Za-z0-9_-])\"");
    private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[a-z]+}");
    private static final Pattern DONE = Pattern.compile("\"([a-z]+\\.done\\.[a-z-]+)\"");

    @Test
    void shouldHaveEveryTextThatIsAskedFor() throws IOException {
        Texts texts = Texts.load("en", features());
        Set<String> missing = new TreeSet<>();
        List<Path> sources = Stream.concat(
                        files(MAIN.resolve("jte"), ".jte"),
                        files(MAIN.resolve("java/org/carillon/ingest/console"), ".java"))
                .toList();
        for (Path source : sources) {
            String content = Files.readString(source);
            for (Pattern pattern : List.of(ASKED, DONE)) {
                Matcher key = pattern.matcher(content);
                while (key.find()) {
                    if (texts.find(key.group(1)) == null) {
                        missing.add(key.group(1) + " in " + source.getFileName());
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translated")
    void shouldHaveEveryTextInEveryLanguageWithTheSameArguments(String language) throws IOException {
        for (String feature : features()) {
            Properties english = TextFiles.read("en/" + feature + ".properties");
            Properties other = TextFiles.read(language + "/" + feature + ".properties");
            assertThat(wholes(other)).as(feature).isEqualTo(wholes(english));
            for (String key : other.stringPropertyNames()) {
                String said = other.getProperty(key);
                assertThat(said).as("%s.%s", feature, key).isNotBlank();
                String source = english.getProperty(
                        key, english.getProperty(PLURAL.matcher(key).replaceFirst(".other")));
                if (!PLURAL.matcher(key).find() || said.contains("{")) {
                    assertThat(arguments(said)).as("%s.%s", feature, key).isEqualTo(arguments(source));
                }
            }
            // Whatever is counted has a text for each way in which the language counts.
            PluralRules rules = PluralRules.forLocale(ULocale.forLanguageTag(language));
            english.stringPropertyNames().stream()
                    .filter(key -> key.endsWith(".other"))
                    .map(key -> key.substring(0, key.length() - "other".length()))
                    .forEach(key -> rules.getKeywords().stream()
                            .filter(plural -> !plural.equals("many") || language.equals("ar"))
                            .forEach(plural ->
                                    assertThat(other.stringPropertyNames()).contains(key + plural)));
        }
    }

    private static Stream<String> translated() {
        return Tongues.load().all().stream().map(Tongue::code).filter(code -> !code.equals("en"));
    }

    private static Set<String> wholes(Properties file) {
        return file.stringPropertyNames().stream()
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void shouldCountAsTheLanguageDoes() {
        Figures arabic = new Figures("ar", ZoneId.of("Europe/Lisbon"));

        assertThat(Stream.of(0L, 1L, 2L, 5L, 11L, 100L).map(arabic::plural))
                .containsExactly("zero", "one", "two", "few", "many", "other");
        assertThat(arabic.number(12_345)).as("digits 0 to 9, as in codes").isEqualTo("12,345");
        assertThat(arabic.moment(Instant.parse("2026-11-22T12:05:00Z"))).contains("22", "نوفمبر", "2026", "12:05");
        assertThat(new Figures("en", ZoneId.of("Europe/Lisbon"))
                        .time(Instant.parse("2026-11-22T12:05:00Z"), Instant.parse("2026-11-22T23:00:00Z")))
                .isEqualTo("12:05");
    }

    @Test
    void shouldKeepForeignWordsTogether() {
        Texts arabic = Texts.load("ar", List.of("frame", "acts"));
        Texts english = Texts.load("en", List.of("frame", "acts"));

        assertThat(arabic.tongue().direction()).isEqualTo("rtl");
        assertThat(arabic.isolated("+351 21 000")).isEqualTo("\u2068+351 21 000\u2069");
        assertThat(arabic.isolated("12,345")).isEqualTo("12,345");
        assertThat(arabic.t("acts.now", "now", "ana@x.example")).contains("\u2068ana@x.example\u2069");
        assertThat(english.t("acts.now", "now", "ana")).isEqualTo("now: ana");
        assertThat(english.t("acts.now", "now", "نعم")).isEqualTo("now: \u2068نعم\u2069");
        assertThat(english.listed(List.of("one", "two"))).isEqualTo("one, two");
    }

    @Test
    void shouldSayWhoHasReviewedIt() {
        assertThat(Tongues.load().all()).extracting(Tongue::code).startsWith("en", "ar");
        assertThat(Tongue.load("en").reviewed()).isTrue();
        assertThat(Tongue.load("ar").reviewed())
                .as("until a named person has read it")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ar | en-GB,en    | ar
                    '' | ar-EG,en;q=1 | ar
                    '' | xx,AR;q=0.1 | ar
                    '' | ar;q=0      | en
                    '' | tlh         | en
                    zz | ''          | en
                    '' | ;;;=        | en
                    """)
    void shouldChooseTheLanguage(String chosen, String accepted, String language) {
        assertThat(Tongues.load().choose(chosen, accepted).code()).isEqualTo(language);
    }

    private static List<String> features() throws IOException {
        return files(MAIN.resolve("resources/org/carillon/ingest/console/texts/en"), ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.equals("language"))
                .toList();
    }

    @Test
    void shouldFillInArguments() {
        Texts texts = Texts.load("en", List.of("acts"));

        assertThat(texts.t("acts.by", "by", "ana", "at", "noon")).isEqualTo("Proposed by ana, noon");
        assertThat(texts.t("acts.nothing")).isEqualTo("acts.nothing");
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(file -> file.toString().endsWith(ending)).toList();
        }
        return all.stream();
    }
}
