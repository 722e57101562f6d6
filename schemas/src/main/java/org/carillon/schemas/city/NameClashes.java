package org.carillon.schemas.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.schemas.yaml.YamlObject;

/** Finds words that mean two districts, or a district and the whole city. */
final class NameClashes {
    private final Findings findings;
    private final DistrictReader reader;
    private final Map<String, Use> uses = new LinkedHashMap<>();

    NameClashes(Findings findings, DistrictReader reader) {
        this.findings = findings;
        this.reader = reader;
    }

    private record Use(String district, String key, String word) {}

    void report(List<District> districts, Map<String, List<String>> everywhere) {
        everywhere
                .values()
                .forEach(words ->
                        words.forEach(word -> uses.put(AreaLookup.key(word), new Use("", "everywhere", word))));
        for (District district : districts) {
            add(district, "code", Stream.of(district.code()));
            add(district, "name", district.names().texts().values().stream());
            add(district, "aliases", district.aliases().values().stream().flatMap(List::stream));
        }
        for (District district : districts) {
            add(district, "postcodes", district.postcodes().stream());
        }
    }

    private void add(District district, String key, Stream<String> words) {
        words.forEach(word -> {
            Use use = new Use(district.code(), key, word);
            Use before = uses.putIfAbsent(AreaLookup.key(word), use);
            if (before != null && !before.district().equals(district.code())) {
                report(reader.entry(district), use, before);
            }
        });
    }

    private void report(YamlObject entry, Use use, Use before) {
        if (before.district().isEmpty()) {
            entry.report(use.key(), "\"" + use.word() + "\" already means all districts: choose another word");
        } else if (use.key().equals("postcodes") && before.key().equals("postcodes")) {
            findings.warnings()
                    .add(entry.problem(
                            use.key(),
                            "\"" + use.word() + "\" is also a postcode of " + before.district()
                                    + ": residents who text it are asked which of the two"));
        } else {
            entry.report(
                    use.key(),
                    "\"" + use.word() + "\" already means district " + before.district() + " (" + before.key() + " \""
                            + before.word() + "\"): a resident could mean either, so remove one");
        }
    }
}
