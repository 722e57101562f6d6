package org.carillon.rendering.reading;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One sentence of a text.
 *
 * @param text as it stands there, without white space around it
 * @param words in their order, without numbers and punctuation
 */
public record Sentence(String text, List<String> words) {
    public Sentence {
        words = List.copyOf(words);
    }

    /** The sentences of a text, by the rules of its language (BCP 47); a line ends a sentence. */
    public static List<Sentence> of(String text, String language) {
        Locale locale = Locale.forLanguageTag(language);
        List<Sentence> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(text);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            List<String> words = words(sentence, locale);
            if (!words.isEmpty()) {
                sentences.add(new Sentence(sentence, words));
            }
        }
        return List.copyOf(sentences);
    }

    /** Chinese writes no spaces: ICU finds its words in a dictionary. */
    private static List<String> words(String text, Locale locale) {
        List<String> words = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getWordInstance(locale);
        breaks.setText(text);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_LETTER) {
                words.add(text.substring(from, to));
            }
        }
        return words;
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Sentence[" + words.size() + " words]";
    }
}
