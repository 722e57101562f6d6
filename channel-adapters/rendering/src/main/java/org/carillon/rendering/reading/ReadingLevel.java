package org.carillon.rendering.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How hard a text is to read, by its language's own formula; a hint for the officer, never a reason to hold a warning back.
 *
 * @param formula its name; {@code words} for how many words a sentence has
 * @param score by that formula
 * @param limit what the score is held against
 * @param tooHard whether it is harder than a child of twelve reads
 */
public record ReadingLevel(String formula, double score, double limit, boolean tooHard) {
    /** Fewer words say nothing about how a text reads. */
    private static final int FEWEST_WORDS = 12;

    /**
     * Measures a text; empty for one that is too short to tell.
     *
     * @param language BCP 47
     * @param plain whether it is meant for readers who find reading hard
     */
    public static Optional<ReadingLevel> of(String text, String language, boolean plain) {
        Formula formula = Formula.of(Locale.forLanguageTag(language).getLanguage());
        List<Sentence> sentences = Sentence.of(text, language);
        Counts counts = Counts.of(sentences, formula.syllables(), CalendarWords.of(language));
        if (counts.words() < FEWEST_WORDS) {
            return Optional.empty();
        }
        double score = formula.score().applyAsDouble(counts);
        return Optional.of(new ReadingLevel(
                formula.name(), score, plain ? formula.mostPlain() : formula.most(), formula.isTooHard(score, plain)));
    }
}
