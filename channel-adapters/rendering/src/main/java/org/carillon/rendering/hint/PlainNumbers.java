package org.carillon.rendering.hint;

import java.util.List;

/** {@code numbers}: the plain text has a number or time that the standard text has not. It may leave some out. */
final class PlainNumbers implements TextRule {
    @Override
    public List<Hint> check(Written written) {
        String standard = written.standard();
        if (standard.isEmpty()) {
            return List.of();
        }
        return Numbers.of(written.text(Field.PLAIN), written.language())
                .differenceFrom(Numbers.of(standard, written.language()))
                .map(Numbers.Difference::extra)
                .filter(extra -> !extra.isEmpty())
                .map(extra -> List.of(written.hint(
                        SameNumbers.NAME, Field.PLAIN, String.join(", ", extra), new Matter.PlainNumbers(extra))))
                .orElse(List.of());
    }
}
