package org.carillon.ingest.console.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The languages that the console speaks, in the order in which it offers them; the first is the one that the others are translated
 * from.
 */
public record Tongues(List<Tongue> all) {
    private static final int LONGEST_HEADER = 500;

    public Tongues {
        all = List.copyOf(all);
    }

    /** Those that {@code texts/languages.properties} lists. */
    public static Tongues load() {
        String codes = TextFiles.read("languages.properties").getProperty("offered", "");
        return new Tongues(Arrays.stream(codes.split("[ ,]+")).map(Tongue::load).toList());
    }

    /**
     * Which of them a browser gets.
     *
     * @param chosen what the officer has chosen in it, or empty
     * @param accepted the browser's {@code Accept-Language}, or empty
     */
    public Tongue choose(String chosen, String accepted) {
        for (Tongue tongue : all) {
            if (tongue.code().equals(chosen)) {
                return tongue;
            }
        }
        return ranges(accepted).stream()
                .filter(range -> range.getWeight() > 0)
                .map(Locale.LanguageRange::getRange)
                .flatMap(range -> all.stream().filter(tongue -> tongue.serves(range)))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    /** Whether it is one of them. */
    public boolean has(String code) {
        return all.stream().anyMatch(tongue -> tongue.code().equals(code));
    }

    /** By preference; nothing where the header cannot be read. */
    private static List<Locale.LanguageRange> ranges(String accepted) {
        try {
            return accepted.isBlank() || accepted.length() > LONGEST_HEADER
                    ? List.of()
                    : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
