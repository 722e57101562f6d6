package org.carillon.bench.fanout;

/**
 * The number of recipients of an encoded {@link org.carillon.schemas.delivery.DeliveryBatch}, without decoding it: counting is
 * all that happens while the clock runs.
 */
final class BatchBytes {
    private static final int STRINGS = 4;
    /** Submission, lane, format, issued, expires. */
    private static final int FACTS = Integer.BYTES + 2 + 2 * Long.BYTES;

    private BatchBytes() {}

    static int recipients(byte[] batch) {
        int at = 1;
        for (int i = 0; i < STRINGS; i++) {
            at += Short.BYTES + (((batch[at] & 0xff) << 8) | (batch[at + 1] & 0xff));
        }
        return batch[at + FACTS] & 0xff;
    }
}
