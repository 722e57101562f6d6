package org.carillon.router.audience.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Ordinals of one posting list. A reader sees them ascending; it may meet some that no longer belong (they are only counted
 * when they go, and swept when they are many) and some twice, so it checks each against the entry itself.
 */
final class Postings {
    private static final int SWEEP_FROM = 32;

    /** The first {@link #sorted} are in order; what came out of order lies behind them until somebody reads. */
    private int[] ordinals = new int[4];

    private int size;
    private int sorted;
    private int stale;

    void add(int ordinal) {
        if (size == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, size + Math.max(4, size / 4));
        }
        if (sorted == size && (size == 0 || ordinals[size - 1] < ordinal)) {
            sorted++;
        }
        ordinals[size++] = ordinal;
        if (size - sorted > SWEEP_FROM + sorted / 4) {
            sort();
        }
    }

    /** Notes that one ordinal no longer belongs; {@code belongs} tells which ones still do, now. */
    void remove(IntPredicate belongs) {
        stale++;
        if (stale > SWEEP_FROM + size / 4) {
            sweep(belongs);
        }
    }

    /** The ordinals in order; valid up to {@link #size()}, until the next change. */
    int[] ascending() {
        if (sorted < size) {
            sort();
        }
        return ordinals;
    }

    int size() {
        return size;
    }

    /** Place of the first ordinal greater than {@code after}, to be used with {@link #ascending()}. */
    int placeAfter(int after) {
        int place = Arrays.binarySearch(ascending(), 0, size, after + 1);
        if (place < 0) {
            return -place - 1;
        }
        while (place > 0 && ordinals[place - 1] > after) {
            place--;
        }
        return place;
    }

    private void sort() {
        Arrays.sort(ordinals, sorted, size);
        int[] late = Arrays.copyOfRange(ordinals, sorted, size);
        int from = sorted - 1;
        int to = size - 1;
        for (int i = late.length - 1; i >= 0; i--) {
            while (from >= 0 && ordinals[from] > late[i]) {
                ordinals[to--] = ordinals[from--];
            }
            ordinals[to--] = late[i];
        }
        sorted = size;
    }

    private void sweep(IntPredicate belongs) {
        int[] all = ascending();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if ((kept == 0 || all[kept - 1] != all[i]) && belongs.test(all[i])) {
                all[kept++] = all[i];
            }
        }
        ordinals = Arrays.copyOf(all, kept + Math.max(4, kept / 8));
        size = kept;
        sorted = kept;
        stale = 0;
    }
}
