package org.carillon.schemas.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what someone probably meant to type. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidates within a number of typing errors (a letter missing, added, wrong, or two swapped), the nearest
     * first, equally near ones in their own order.
     */
    public static List<String> of(String typed, Collection<String> candidates, int maxErrors) {
        Map<String, Integer> near = new LinkedHashMap<>();
        for (String candidate : candidates) {
            int errors = errors(typed, candidate);
            if (errors <= maxErrors && errors < candidate.length()) {
                near.putIfAbsent(candidate, errors);
            }
        }
        return near.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The number of typing errors between two texts (optimal string alignment). */
    public static int errors(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int[][] cost = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length][b.length];
    }

    private static int cheapest(int[][] cost, int[] a, int[] b, int i, int j) {
        int same = a[i - 1] == b[j - 1] ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
