package org.carillon.schemas.city;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carillon.schemas.yaml.Problem;
import org.carillon.schemas.yaml.ValueType;

/** Reads the census: a table of district, language and number of people, separated by commas. */
final class CensusReader {
    private static final String HEADER = "district,language,population";
    private static final long MANY = 100_000_000L;

    private final String file;
    private final Findings findings;
    private final Map<String, Map<String, Long>> people = new LinkedHashMap<>();
    private final Map<String, Long> unspoken = new TreeMap<>();

    CensusReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    Census read(Path path, List<String> districts, List<String> languages) {
        try {
            parse(Files.readAllLines(path, StandardCharsets.UTF_8), districts, languages);
        } catch (NoSuchFileException e) {
            findings.errors().add(Problem.ofFile(file, "is missing: a table that begins with " + HEADER));
        } catch (CharacterCodingException e) {
            findings.errors().add(Problem.ofFile(file, "is not UTF-8: save it with that encoding"));
        } catch (IOException e) {
            findings.errors()
                    .add(Problem.ofFile(file, "cannot be read (" + e.getClass().getSimpleName() + ")"));
        }
        return new Census(people);
    }

    private void parse(List<String> lines, List<String> districts, List<String> languages) {
        String header =
                lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "").strip();
        if (!header.equals(HEADER)) {
            error(1, "", "the first line must be " + HEADER + ", with commas");
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                row(i + 1, List.of(lines.get(i).strip().split(",", -1)), districts, languages);
            }
        }
        for (String district : districts) {
            if (!people.containsKey(district)) {
                warning("district " + district + " is not in the census: its coverage cannot be shown");
            }
        }
        unspoken.forEach((language, count) ->
                warning(count + " people speak " + language + " at home, which is not among the city's languages"));
    }

    private void row(int line, List<String> cells, List<String> districts, List<String> languages) {
        if (cells.size() != 3) {
            error(line, "", "expected three values, " + HEADER + ", found " + cells.size());
            return;
        }
        String district = cells.get(0).strip();
        String language = cells.get(1).strip();
        Optional<Long> count = ValueType.whole(0, MANY).parse(cells.get(2).strip());
        if (!districts.contains(district)) {
            error(line, "district", "\"" + district + "\" is no district of city.yaml");
        } else if (ValueType.languageTag().parse(language).isEmpty()) {
            error(line, "language", ValueType.languageTag().complaint(language));
        } else if (count.isEmpty()) {
            error(
                    line,
                    "population",
                    ValueType.whole(0, MANY).complaint(cells.get(2).strip()));
        } else if (people.computeIfAbsent(district, d -> new LinkedHashMap<>()).putIfAbsent(language, count.get())
                != null) {
            error(line, "", district + " and " + language + " are there twice: add the two lines up");
        } else if (!languages.contains(language)) {
            unspoken.merge(language, count.get(), Long::sum);
        }
    }

    private void error(int line, String key, String message) {
        findings.errors().add(file, line, 1, key, message);
    }

    private void warning(String message) {
        findings.warnings().add(Problem.ofFile(file, message));
    }
}
