package org.carillon.bench.raw;

/**
 * One round of the raw measurements.
 *
 * @param recordsPerSecond records of one recipient each
 * @param batchesPerSecond records of the hub's batches, a hundred recipients each
 */
public record RawRound(double recordsPerSecond, double batchesPerSecond) {
    private static final int RECIPIENTS_PER_BATCH = 100;

    /** Recipients in those batches. */
    public double batchedRecipientsPerSecond() {
        return batchesPerSecond * RECIPIENTS_PER_BATCH;
    }
}
