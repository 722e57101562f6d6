package org.carillon.ingest.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that a page asks for by a fixed key is there: a missing one would be shown as its key. */
class TextsTest {
    private static final Path MAIN = Path.of(System.getProperty("carillon.root", ".."), "alert-ingest", "src", "main");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\\s*\"([a-z]+\\.[A-Za-z0-9_.-]*[A-Za-z0-9_-])\"");
    private static final Pattern DONE = Pattern.compile("\"([a-z]+\\.done\\.[a-z-]+)\"");

    @Test
    void shouldHaveEveryTextThatIsAskedFor() throws IOException {
        List<String> features = files(MAIN.resolve("resources/org/carillon/ingest/console/texts/en"), ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .toList();
        Texts texts = Texts.load("en", features);
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
