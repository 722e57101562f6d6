package org.carillon.rendering.hint;

import java.util.List;

/**
 * What a rule has found, without the sentence that says so: whoever shows it has one for each kind, in the language of those who
 * read it.
 */
public sealed interface Matter {
    /** Words in capital letters. */
    record InCapitals() implements Matter {}

    /**
     * A text above the limit of its language's formula.
     *
     * @param formula its name, or {@code words} for the number of words in a sentence
     */
    record TooHard(String formula, double score, double limit) implements Matter {}

    /** A sentence of so many words, where it should have {@code most}. */
    record TooLong(int words, int most) implements Matter {}

    /** Nothing is said of what to do. */
    record WithoutInstruction() implements Matter {}

    /** No place is named; {@code examples} are some that it is for. */
    record WithoutPlace(List<String> examples) implements Matter {
        public WithoutPlace {
            examples = List.copyOf(examples);
        }
    }

    /** No time is named. */
    record WithoutTime() implements Matter {}

    /** The plain text has numbers that the other texts have not. */
    record PlainNumbers(List<String> extra) implements Matter {
        public PlainNumbers {
            extra = List.copyOf(extra);
        }
    }

    /**
     * Other numbers than in another language.
     *
     * @param other that language, BCP 47
     * @param extra only here; empty only if {@code missing} is not
     * @param missing only there
     */
    record OtherNumbers(String other, List<String> extra, List<String> missing) implements Matter {
        public OtherNumbers {
            extra = List.copyOf(extra);
            missing = List.copyOf(missing);
        }
    }

    /** A number that readers see in another order. */
    record Turned(String number) implements Matter {}

    /** The other language (BCP 47) begins with that word of danger, and this one has none. */
    record Milder(String other, String word) implements Matter {}

    /** This language begins with that word of danger, and the other (BCP 47) has none. */
    record Graver(String other, String word) implements Matter {}
}
