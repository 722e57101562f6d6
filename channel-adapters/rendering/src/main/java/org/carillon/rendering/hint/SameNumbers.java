package org.carillon.rendering.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code numbers}: another number or time than in the first language. */
final class SameNumbers implements PairRule {
    static final String NAME = "numbers";

    @Override
    public List<Hint> check(Written first, Written other) {
        List<Hint> hints = new ArrayList<>();
        for (Field field : List.of(Field.INSTRUCTION, Field.PLAIN)) {
            String ours = other.text(field);
            String theirs = first.text(field);
            if (!ours.isEmpty() && !theirs.isEmpty()) {
                hint(first, other, field, ours, theirs).ifPresent(hints::add);
            }
        }
        if (hints.isEmpty()) {
            hint(first, other, null, other.standard(), first.standard()).ifPresent(hints::add);
        }
        return hints;
    }

    private static Optional<Hint> hint(
            Written first, Written other, @Nullable Field field, String ours, String theirs) {
        return Numbers.of(ours, other.language())
                .differenceFrom(Numbers.of(theirs, first.language()))
                .map(difference -> other.hint(
                        NAME,
                        field,
                        difference.words(),
                        new Matter.OtherNumbers(first.language(), difference.extra(), difference.missing())));
    }
}
