package org.carillon.schemas.cap.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Messages as agencies wrote them, where the folder with them stands beside the project. */
final class CapCorpus {

    private static final Path FOLDER = Path.of(System.getProperty("carillon.root", ".."), "../shared/data/cap")
            .normalize();

    private CapCorpus() {}

    /** A line of the manifest: rules broken are those that have a name, not those that the schema validator tells. */
    record Sample(String file, String verdict, List<String> brokenRules) {

        byte[] bytes() {
            return CapCorpus.bytes(file);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Sample> samples() {
        assumeTrue(Files.exists(FOLDER.resolve("manifest.csv")), "no sample messages beside the project: " + FOLDER);
        return new String(bytes("manifest.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(CapCorpus::sample)
                .toList();
    }

    static Path schema() {
        Path schema = FOLDER.resolve("CAP-v1.2.xsd");
        assumeTrue(Files.exists(schema), "no CAP schema beside the project: " + schema);
        return schema;
    }

    private static Sample sample(String line) {
        String[] columns = line.split(",", 6);
        List<String> rules = Arrays.stream(columns[5].split("[ ;\",]+"))
                .filter(word -> word.matches("[A-Z]+(_[A-Z]+)+"))
                .distinct()
                .toList();
        return new Sample(columns[0], columns[1], rules);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
