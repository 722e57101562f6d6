package org.carillon.bench.fanout;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.carillon.schemas.topic.Topics;

/** A set of recipients, by partition and ordinal. */
public final class Recipients {
    private final BitSet[] ordinals = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
            .mapToObj(partition -> new BitSet())
            .toArray(BitSet[]::new);

    /** Returns false if it was there. */
    boolean add(int partition, int ordinal) {
        boolean fresh = !ordinals[partition].get(ordinal);
        ordinals[partition].set(ordinal);
        return fresh;
    }

    int size() {
        return IntStream.range(0, ordinals.length)
                .map(partition -> ordinals[partition].cardinality())
                .sum();
    }

    /** How many of these are not among the others. */
    int without(Recipients others) {
        int count = 0;
        for (int partition = 0; partition < ordinals.length; partition++) {
            BitSet rest = (BitSet) ordinals[partition].clone();
            rest.andNot(others.ordinals[partition]);
            count += rest.cardinality();
        }
        return count;
    }
}
