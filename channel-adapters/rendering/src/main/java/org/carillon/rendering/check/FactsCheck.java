package org.carillon.rendering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carillon.rendering.check.Finding.Fact;
import org.carillon.rendering.check.Finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every language of an alert carries the same facts: who, what, where, what to do, until when. It compares
 * structure and numbers, not words: a translation that says something else in the same numbers passes.
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
            numbers(findings, first, one);
            direction(findings, one);
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
            findings.add(new Finding(
                    Level.ERROR,
                    fact,
                    one.language(),
                    "says " + value.apply(one) + " where " + first.language() + " says " + value.apply(first)));
        }
    }

    private static void instruction(
            List<Finding> findings, LanguageFacts first, LanguageFacts one, boolean instructionNeeded) {
        if (!isBlank(one.instruction())) {
            return;
        }
        if (instructionNeeded || !isBlank(first.instruction())) {
            findings.add(new Finding(Level.ERROR, Fact.INSTRUCTION, one.language(), "does not say what to do"));
        }
    }

    private static void numbers(List<Finding> findings, LanguageFacts first, LanguageFacts one) {
        if (isBlank(first.instruction()) || isBlank(one.instruction())) {
            return;
        }
        Numbers ours = Numbers.of(one.instruction());
        if (!first.language().equals(one.language())) {
            ours.differenceFrom(Numbers.of(first.instruction()), first.language())
                    .ifPresent(text -> findings.add(
                            new Finding(Level.WARNING, Fact.NUMBERS, one.language(), "instruction: " + text)));
        }
        if (!isBlank(one.plain())) {
            Numbers.of(one.plain())
                    .differenceFrom(ours, "the instruction")
                    .ifPresent(text -> findings.add(
                            new Finding(Level.WARNING, Fact.NUMBERS, one.language(), "plain text: " + text)));
        }
    }

    private static void direction(List<Finding> findings, LanguageFacts one) {
        Stream.of(one.instruction(), one.plain())
                .filter(text -> !isBlank(text))
                .flatMap(text -> NumberDirection.misread(Objects.requireNonNull(text)).stream())
                .distinct()
                .forEach(number -> findings.add(new Finding(
                        Level.WARNING,
                        Fact.NUMBER_DIRECTION,
                        one.language(),
                        "readers see " + number
                                + " in another order: write it without spaces or +, on a line of its own")));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
