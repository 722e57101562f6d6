package org.carillon.rendering.reading;

import java.util.List;
import java.util.Set;

/**
 * What the formulas count.
 *
 * @param letters of all words
 * @param longWords of more than six letters
 * @param syllables of all words
 * @param drawnOut words of four syllables or more
 */
record Counts(int sentences, int words, int letters, int longWords, int syllables, int drawnOut) {
    private static final int LONG = 6;
    private static final int DRAWN_OUT = 4;

    /** Days and months are left out as numbers are: long as some are, everybody knows them. */
    static Counts of(List<Sentence> sentences, Syllables counter, Set<String> known) {
        int words = 0;
        int letters = 0;
        int longWords = 0;
        int syllables = 0;
        int drawnOut = 0;
        for (Sentence sentence : sentences) {
            for (String word : sentence.words()) {
                if (known.contains(word)) {
                    continue;
                }
                int length = (int) word.codePoints().filter(Character::isLetter).count();
                int parts = counter.of(word);
                words++;
                letters += length;
                longWords += length > LONG ? 1 : 0;
                syllables += parts;
                drawnOut += parts >= DRAWN_OUT ? 1 : 0;
            }
        }
        return new Counts(Math.max(1, sentences.size()), words, letters, longWords, syllables, drawnOut);
    }

    double wordsPerSentence() {
        return (double) words / sentences;
    }

    double lettersPerWord() {
        return (double) letters / words;
    }

    double syllablesPerWord() {
        return (double) syllables / words;
    }

    double longPercent() {
        return 100.0 * longWords / words;
    }

    double drawnOutPercent() {
        return 100.0 * drawnOut / words;
    }
}
