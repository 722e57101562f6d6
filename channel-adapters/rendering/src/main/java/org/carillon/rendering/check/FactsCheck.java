package org.carillon.rendering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.carillon.rendering.check.Finding.Fact;
import org.carillon.rendering.check.Finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every language of an alert carries the same facts: who, what, where, what to do, until when. It compares
 * structure; the words are what {@code hint} looks at.
 */
public final class FactsCheck {
    private FactsCheck() {}

    /**
     * Compares every language with the first.
     *
     * @param instructionNeeded false for a message that may have nothing to do in it (cancel, all-clear)
     * @return errors and warnings in the order of the languages; empty when all agree
     */
    public static List<Finding> check(List<LanguageFacts> languages, boolean instructionNeeded) {
        List<Finding> findings = new ArrayList<>();
        for (LanguageFacts one : languages) {
            LanguageFacts first = languages.getFirst();
            compare(findings, first, one, Fact.SEVERITY, LanguageFacts::severity);
            compare(findings, first, one, Fact.URGENCY, LanguageFacts::urgency);
            compare(findings, first, one, Fact.CERTAINTY, LanguageFacts::certainty);
            compare(findings, first, one, Fact.EXPIRES, LanguageFacts::expires);
            compare(findings, first, one, Fact.AREAS, LanguageFacts::areas);
            instruction(findings, first, one, instructionNeeded);
        }
        return List.copyOf(findings);
    }

    private static void compare(
            List<Finding> findings,
            LanguageFacts first,
            LanguageFacts one,
            Fact fact,
            Function<LanguageFacts, @Nullable Object> value) {
        if (!Objects.equals(value.apply(first), value.apply(one))) {
            findings.add(new Finding(Level.ERROR, fact, one, first));
        }
    }

    private static void instruction(
            List<Finding> findings, LanguageFacts first, LanguageFacts one, boolean instructionNeeded) {
        if (!isBlank(one.instruction())) {
            return;
        }
        if (instructionNeeded || !isBlank(first.instruction())) {
            findings.add(new Finding(Level.ERROR, Fact.INSTRUCTION, one, first));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
