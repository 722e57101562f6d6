package org.carillon.rendering.hint;

import java.util.ArrayList;
import java.util.List;
import org.carillon.rendering.reading.Sentence;

/** {@code long-sentence}: a sentence of more words than one remembers. */
final class LongSentence implements TextRule {
    static final String NAME = "long-sentence";
    private static final int MOST = 25;
    private static final int MOST_PLAIN = 18;
    private static final int SHOWN_CHARACTERS = 40;

    @Override
    public List<Hint> check(Written written) {
        List<Hint> hints = new ArrayList<>();
        for (Field field : Field.values()) {
            int most = field == Field.PLAIN ? MOST_PLAIN : MOST;
            for (Sentence sentence : Sentence.of(written.text(field), written.language())) {
                int words = sentence.words().size();
                if (words > most) {
                    hints.add(written.hint(NAME, field, start(sentence.text()), new Matter.TooLong(words, most)));
                }
            }
        }
        return hints;
    }

    private static String start(String sentence) {
        if (sentence.codePointCount(0, sentence.length()) <= SHOWN_CHARACTERS) {
            return sentence;
        }
        String start = sentence.substring(0, sentence.offsetByCodePoints(0, SHOWN_CHARACTERS));
        int space = start.lastIndexOf(' ');
        return (space > 0 ? start.substring(0, space) : start) + " …";
    }
}
