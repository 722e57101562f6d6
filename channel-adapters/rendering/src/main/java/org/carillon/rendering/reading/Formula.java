package org.carillon.rendering.reading;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How one language measures whether a text is easy to read; the sources stand in RATIONALE.md.
 *
 * @param name as it is known; {@code words} for how many words a sentence has
 * @param most what a child of twelve reads with ease: the score of the standard text may not be harder
 * @param mostPlain the same for the plain text, which has to be easier
 * @param highIsEasy whether a high score is an easy text
 */
record Formula(
        String name,
        Syllables syllables,
        ToDoubleFunction<Counts> score,
        double most,
        double mostPlain,
        boolean highIsEasy) {
    private static final Formula OTHERS = lix(50, 45);

    private static final Map<String, Formula> OF = Map.ofEntries(
            Map.entry(
                    "en",
                    new Formula(
                            "ARI",
                            Syllables.NONE,
                            c -> 4.71 * c.lettersPerWord() + 0.5 * c.wordsPerSentence() - 21.43,
                            8,
                            5,
                            false)),
            Map.entry("es", flesch("INFLESZ", Syllables.SPANISH, 206.835, 1, 62.3, 55, 65)),
            Map.entry("fr", flesch("Kandel-Moles", Syllables.FRENCH, 207, 1.015, 73.6, 60, 65)),
            Map.entry("nl", flesch("Flesch-Douma", Syllables.DUTCH, 206.84, 0.93, 77, 45, 55)),
            Map.entry("pt", flesch("Flesch-Martins", Syllables.PORTUGUESE, 248.835, 1.015, 84.6, 45, 55)),
            Map.entry("ru", flesch("Flesch-Oborneva", Syllables.RUSSIAN, 206.835, 1.3, 60.1, 30, 45)),
            Map.entry(
                    "it",
                    new Formula(
                            "Gulpease",
                            Syllables.NONE,
                            c -> 89 + 300 / c.wordsPerSentence() - 10 * c.lettersPerWord(),
                            55,
                            65,
                            true)),
            Map.entry(
                    "pl",
                    new Formula(
                            "Pisarek",
                            Syllables.POLISH,
                            c -> c.wordsPerSentence() / 3 + c.drawnOutPercent() / 3 + 1,
                            10,
                            9,
                            false)),
            // Its words are longer than those for which LIX was made.
            Map.entry("bg", lix(55, 45)),
            // What other languages write as words of their own, Arabic writes at the word.
            Map.entry("ar", words(14, 9)),
            Map.entry("ur", words(18, 12)),
            Map.entry("hi", words(18, 12)),
            Map.entry("bn", words(18, 12)),
            Map.entry("zh", words(16, 12)));

    private static Formula lix(double most, double plain) {
        return new Formula("LIX", Syllables.NONE, c -> c.wordsPerSentence() + c.longPercent(), most, plain, false);
    }

    private static Formula words(double most, double plain) {
        return new Formula("words", Syllables.NONE, Counts::wordsPerSentence, most, plain, false);
    }

    private static Formula flesch(
            String name, Syllables syllables, double all, double sentence, double word, double most, double plain) {
        return new Formula(
                name,
                syllables,
                c -> all - sentence * c.wordsPerSentence() - word * c.syllablesPerWord(),
                most,
                plain,
                true);
    }

    /** The formula of a language (ISO 639); LIX where it has none of its own. */
    static Formula of(String language) {
        return OF.getOrDefault(language, OTHERS);
    }

    boolean isTooHard(double score, boolean plain) {
        double limit = plain ? mostPlain : most;
        return highIsEasy ? score < limit : score > limit;
    }
}
