package org.carillon.rendering.hint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers of a text in their order, in figures 0 to 9 whatever the script, times by the 24-hour clock.
 *
 * @param runs each run of figures
 */
record Numbers(List<String> runs, String text, String language) {
    /** Not the figure of a month (11月), for which other languages have a word. */
    private static final Pattern RUN = Pattern.compile("[0-9]++(?!月)");

    static Numbers of(String text, String language) {
        String times = ClockTimes.of24Hours(Digits.latin(text), language);
        return new Numbers(
                RUN.matcher(times).results().map(result -> result.group()).toList(), text, language);
    }

    /**
     * What is here and not there.
     *
     * @param extra here only
     * @param missing there only
     */
    record Difference(List<String> extra, List<String> missing) {
        String words() {
            return String.join(", ", extra.isEmpty() ? missing : extra);
        }
    }

    /** Empty where a number is only grouped differently, or written as a word. */
    Optional<Difference> differenceFrom(Numbers other) {
        List<String> ours = without(other);
        List<String> theirs = other.without(this);
        return String.join("", ours).equals(String.join("", theirs))
                ? Optional.empty()
                : Optional.of(new Difference(ours, theirs));
    }

    private List<String> without(Numbers other) {
        return runs.stream()
                .filter(run -> !other.runs.contains(run) && !NumberWords.says(other.text, other.language, run))
                .distinct()
                .toList();
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Numbers" + runs.size();
    }
}
