package org.carillon.rendering.hint;

import java.util.ArrayList;
import java.util.List;
import org.carillon.rendering.catalogue.Catalogue;

/** The table of rules. Pure; safe for threads. */
public final class TextHints {
    /** The rule that is no news where a missing instruction is reported as a fault. */
    public static final String NO_INSTRUCTION = NoInstruction.NAME;

    private final List<TextRule> rules;
    private final List<PairRule> between;

    public TextHints(Catalogue catalogue) {
        this.rules = List.of(
                new HardToRead(),
                new LongSentence(),
                new Capitals(catalogue),
                new NoInstruction(),
                new NoPlace(catalogue),
                new NoTime(catalogue),
                new PlainNumbers(),
                new TurnedNumbers());
        this.between = List.of(new SameNumbers(), new SameGravity(catalogue));
    }

    /** What there is to say of one language, rule by rule. */
    public List<Hint> of(Written written) {
        return rules.stream().flatMap(rule -> rule.check(written).stream()).toList();
    }

    /** In what the languages differ from the first. */
    public List<Hint> between(List<Written> languages) {
        List<Hint> hints = new ArrayList<>();
        languages.stream()
                .skip(1)
                .forEach(other -> between.forEach(rule -> hints.addAll(rule.check(languages.getFirst(), other))));
        return List.copyOf(hints);
    }
}
