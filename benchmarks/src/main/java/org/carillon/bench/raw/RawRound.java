package org.carillon.bench.raw;

/**
 * One round of the raw measurements.
 *
 * @param records of one recipient each
 * @param batches the hub's batches, {@value #RECIPIENTS} recipients each
 */
public record RawRound(Transfer records, Transfer batches) {
    private static final int RECIPIENTS = 100;

    /** Recipients in those batches. */
    public double batchedRecipientsPerSecond() {
        return batches.perSecond() * RECIPIENTS;
    }
}
