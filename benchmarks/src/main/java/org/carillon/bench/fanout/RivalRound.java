package org.carillon.bench.fanout;

import java.util.List;

/**
 * What another way to fan out did in one round.
 *
 * @param recipientsPerSecond of each alert to everybody
 * @param cpuMicros processor time of each recipient in each of these alerts: its own, reader and broker together
 * @param recipientsPerBatch how full the batches were on average
 * @param smallMillis how long each alert to the hamlet took
 */
public record RivalRound(
        String name,
        List<Double> recipientsPerSecond,
        List<Double> cpuMicros,
        double recipientsPerBatch,
        List<Double> smallMillis,
        Audit audit) {
    public RivalRound {
        recipientsPerSecond = List.copyOf(recipientsPerSecond);
        cpuMicros = List.copyOf(cpuMicros);
        smallMillis = List.copyOf(smallMillis);
    }
}
