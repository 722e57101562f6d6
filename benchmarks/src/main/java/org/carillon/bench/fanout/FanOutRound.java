package org.carillon.bench.fanout;

import java.util.List;
import org.carillon.bench.raw.RawRound;

/**
 * One round: what Kafka moved raw, then the router, then the others.
 *
 * @param startSeconds from the router's start to its last task running, the index restored
 * @param recipientsPerSecond of each alert to everybody
 * @param cpuMicros processor time of each recipient in each of these alerts: router, reader and broker together
 * @param recipientsPerBatch how full the batches were on average
 * @param smallMillis how long each alert to the hamlet took
 */
public record FanOutRound(
        RawRound raw,
        double startSeconds,
        List<Double> recipientsPerSecond,
        List<Double> cpuMicros,
        double recipientsPerBatch,
        List<Double> smallMillis,
        Audit audit,
        List<RivalRound> rivals) {
    public FanOutRound {
        recipientsPerSecond = List.copyOf(recipientsPerSecond);
        cpuMicros = List.copyOf(cpuMicros);
        rivals = List.copyOf(rivals);
        smallMillis = List.copyOf(smallMillis);
    }
}
