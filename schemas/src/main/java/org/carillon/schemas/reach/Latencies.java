package org.carillon.schemas.reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Milliseconds from the decision to the provider's acceptance, as counts in buckets of about 19 % width
 * (bucket b holds {@code [2^(b/4), 2^((b+1)/4))} ms), so that partitions can be added and quantiles read.
 *
 * @param counts by bucket, trailing zeros left out
 */
public record Latencies(List<Long> counts, long firstMs, long lastMs) {
    public static final Latencies NONE = new Latencies(List.of(), -1, -1);

    public Latencies {
        counts = List.copyOf(counts);
    }

    public Latencies plus(Latencies other) {
        if (other.firstMs < 0) {
            return this;
        }
        if (firstMs < 0) {
            return other;
        }
        int size = Math.max(counts.size(), other.counts.size());
        List<Long> sum = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sum.add(at(counts, i) + at(other.counts, i));
        }
        return new Latencies(sum, Math.min(firstMs, other.firstMs), Math.max(lastMs, other.lastMs));
    }

    /** The bucket of a hand-off after that many milliseconds; less than 0 counts as 0. */
    public static int bucketOf(long millis) {
        return millis < 1 ? 0 : (int) Math.floor(4 * Math.log((double) millis) / Math.log(2));
    }

    /** With {@code times} more hand-offs after that many milliseconds. */
    public Latencies with(long millis, long times) {
        long ms = Math.max(0, millis);
        int bucket = bucketOf(ms);
        List<Long> one = new ArrayList<>(Collections.nCopies(bucket + 1, 0L));
        one.set(bucket, times);
        return plus(new Latencies(one, ms, ms));
    }

    /** The upper bound of the bucket in which that share (0 to 1) of all hand-offs is reached; -1 where there are none. */
    public long quantileMs(double share) {
        long total = counts.stream().mapToLong(Long::longValue).sum();
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int i = 0; i < counts.size(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return Math.min(lastMs, (long) Math.ceil(Math.pow(2, (i + 1) / 4.0)));
            }
        }
        return -1;
    }

    private static long at(List<Long> list, int i) {
        return i < list.size() ? list.get(i) : 0;
    }
}
