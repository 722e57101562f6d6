package org.carillon.bench.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Rows of figures, a column for each round and one for their median. */
public final class Table {
    private static final int LABEL = 38;
    private static final int FIGURE = 13;

    private final PrintWriter out;
    private final int rounds;

    public Table(PrintWriter out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    public void head(String title) {
        StringBuilder line = new StringBuilder(pad(title));
        for (int round = 1; round <= rounds; round++) {
            line.append(right("round " + round));
        }
        out.println(line.append(right("median")));
    }

    /** A row of whole numbers. */
    public void whole(String label, List<Double> values) {
        row(label, values, "%,.0f");
    }

    /** A row with one decimal place. */
    public void tenths(String label, List<Double> values) {
        row(label, values, "%.1f");
    }

    /** A row with two decimal places. */
    public void hundredths(String label, List<Double> values) {
        row(label, values, "%.2f");
    }

    /** A row with one figure only, under the medians. */
    public void ratio(String label, double value) {
        out.println(pad("  " + label) + " ".repeat(FIGURE * rounds) + right(String.format(Locale.ROOT, "%.2f", value)));
    }

    private void row(String label, List<Double> values, String format) {
        StringBuilder line = new StringBuilder(pad("  " + label));
        values.forEach(value -> line.append(right(String.format(Locale.ROOT, format, value))));
        out.println(line.append(right(String.format(Locale.ROOT, format, Stats.median(values)))));
    }

    private static String pad(String label) {
        return String.format(Locale.ROOT, "%-" + LABEL + "s", label);
    }

    private static String right(String figure) {
        return String.format(Locale.ROOT, "%" + FIGURE + "s", figure);
    }
}
