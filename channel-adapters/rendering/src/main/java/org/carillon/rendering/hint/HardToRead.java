package org.carillon.rendering.hint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.rendering.reading.ReadingLevel;
import org.carillon.rendering.reading.Sentence;

/** {@code reading-level}: harder than a child of twelve reads; the plain text has to be easier still. */
final class HardToRead implements TextRule {
    static final String NAME = "reading-level";
    private static final List<Field> FIELDS = List.of(Field.DESCRIPTION, Field.INSTRUCTION, Field.PLAIN);
    private static final int SHOWN = 3;

    @Override
    public List<Hint> check(Written written) {
        List<Hint> hints = new ArrayList<>();
        for (Field field : FIELDS) {
            String text = written.text(field);
            ReadingLevel.of(text, written.language(), field == Field.PLAIN)
                    .filter(ReadingLevel::tooHard)
                    .ifPresent(level -> hints.add(written.hint(
                            NAME,
                            field,
                            longest(text, written.language()),
                            new Matter.TooHard(level.formula(), level.score(), level.limit()))));
        }
        return hints;
    }

    private static String longest(String text, String language) {
        return Sentence.of(text, language).stream()
                .flatMap(sentence -> sentence.words().stream())
                .distinct()
                .sorted(Comparator.comparingInt(word -> -word.length()))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
    }
}
