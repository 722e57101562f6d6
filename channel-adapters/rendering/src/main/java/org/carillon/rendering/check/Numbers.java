package org.carillon.rendering.check;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a text in their order, in digits 0 to 9 whatever the script.
 *
 * @param runs each run of digits
 */
record Numbers(List<String> runs) {
    /** The months of Chinese dates are figures; in other languages they are words. */
    private static final Pattern RUN = Pattern.compile("[0-9]+(?![0-9月])");

    static Numbers of(@Nullable String text) {
        StringBuilder digits = new StringBuilder();
        if (text != null) {
            text.codePoints().forEach(c -> {
                int digit = Character.isDigit(c) ? UCharacter.digit(c) : -1;
                digits.appendCodePoint(digit < 0 ? c : '0' + digit);
            });
        }
        return new Numbers(
                RUN.matcher(digits).results().map(result -> result.group()).toList());
    }

    /** What is here and not there, and the other way round; a number that is only grouped differently is the same. */
    Optional<String> differenceFrom(Numbers other, String otherName) {
        List<String> ours = without(other);
        List<String> theirs = other.without(this);
        if (String.join("", ours).equals(String.join("", theirs))) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (!ours.isEmpty()) {
            parts.add("has " + String.join(", ", ours) + ", not in " + otherName);
        }
        if (!theirs.isEmpty()) {
            parts.add("lacks " + String.join(", ", theirs) + " of " + otherName);
        }
        return Optional.of(String.join("; ", parts));
    }

    private List<String> without(Numbers other) {
        return runs.stream().filter(run -> !other.runs.contains(run)).distinct().toList();
    }
}
