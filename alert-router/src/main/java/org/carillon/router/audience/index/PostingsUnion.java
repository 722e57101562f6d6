package org.carillon.router.audience.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The union of posting lists, ascending and each ordinal once. It goes window by window: every list sets the bits of its
 * ordinals in the window, then the bits are read. That costs a few nanoseconds per posting however many lists there are,
 * where a heap costs its depth, and windows with nobody in them are leapt over.
 */
final class PostingsUnion {
    static final int WINDOW = 1 << 13;

    private final List<int[]> lists = new ArrayList<>();
    private final long[] bits = new long[WINDOW / Long.SIZE];
    private final int after;
    private int[] places = new int[8];
    private int[] sizes = new int[8];
    private int base;
    private int word = bits.length;

    PostingsUnion(int after) {
        this.after = after;
    }

    void add(Postings postings) {
        int list = lists.size();
        if (list == places.length) {
            places = Arrays.copyOf(places, list * 2);
            sizes = Arrays.copyOf(sizes, list * 2);
        }
        places[list] = postings.placeAfter(after);
        sizes[list] = postings.size();
        lists.add(postings.ascending());
    }

    /** The next ordinal, or -1 at the end. */
    int next() {
        while (true) {
            while (word < bits.length && bits[word] == 0) {
                word++;
            }
            if (word < bits.length) {
                int bit = Long.numberOfTrailingZeros(bits[word]);
                bits[word] &= bits[word] - 1;
                return base + (word << 6) + bit;
            }
            if (!nextWindow()) {
                return -1;
            }
        }
    }

    private boolean nextWindow() {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < lists.size(); i++) {
            if (places[i] < sizes[i]) {
                first = Math.min(first, lists.get(i)[places[i]]);
            }
        }
        if (first == Integer.MAX_VALUE) {
            return false;
        }
        base = first & -WINDOW;
        word = 0;
        for (int i = 0; i < lists.size(); i++) {
            places[i] = fill(lists.get(i), places[i], sizes[i]);
        }
        return true;
    }

    private int fill(int[] list, int from, int size) {
        int place = from;
        while (place < size && list[place] - base < WINDOW) {
            int offset = list[place++] - base;
            bits[offset >>> 6] |= 1L << offset;
        }
        return place;
    }
}
