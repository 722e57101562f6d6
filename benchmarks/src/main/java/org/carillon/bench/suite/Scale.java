package org.carillon.bench.suite;

import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds that count; one more comes before them and does not
 * @param records of one recipient in each raw measurement
 * @param subscriptions the sizes at which fan-out is measured
 * @param alerts to everybody, in each round
 * @param smallAlerts to a hundred, in each round
 */
public record Scale(int rounds, int records, List<Integer> subscriptions, int alerts, int smallAlerts) {
    private static final int MOST_SUBSCRIPTIONS = 20_000_000;

    public Scale {
        subscriptions = List.copyOf(subscriptions);
        if (rounds < 1 || records < 1 || alerts < 1 || smallAlerts < 1) {
            throw new IllegalArgumentException("rounds, records and alerts are at least 1");
        }
        if (subscriptions.isEmpty() || subscriptions.stream().anyMatch(n -> n < 1 || n > MOST_SUBSCRIPTIONS)) {
            throw new IllegalArgumentException("subscriptions are 1 to " + MOST_SUBSCRIPTIONS);
        }
    }
}
