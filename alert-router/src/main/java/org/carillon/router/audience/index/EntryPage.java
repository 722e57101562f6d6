package org.carillon.router.audience.index;

import java.util.Arrays;
import org.carillon.schemas.audience.AudienceEntryView;

/**
 * The encoded entries of {@value #SLOTS} neighbouring ordinals in one array, in the order in which they came. A replaced or
 * removed entry leaves a gap; when gaps are more than half, the page is written anew.
 */
final class EntryPage {
    static final int BITS = 10;
    static final int SLOTS = 1 << BITS;
    private static final int FIRST_BYTES = 512;

    /** Where the entry of each slot starts, plus one; zero where there is none. */
    private final int[] starts = new int[SLOTS];

    private byte[] bytes = new byte[FIRST_BYTES];
    private int end;
    private int gaps;
    private int entries;

    boolean isEmpty() {
        return entries == 0;
    }

    boolean read(int slot, AudienceEntryView into) {
        int start = starts[slot];
        if (start == 0) {
            return false;
        }
        into.over(bytes, start - 1);
        return true;
    }

    void put(int slot, byte[] entry, AudienceEntryView scratch) {
        remove(slot, scratch);
        makeRoom(entry.length, scratch);
        System.arraycopy(entry, 0, bytes, end, entry.length);
        starts[slot] = end + 1;
        end += entry.length;
        entries++;
    }

    boolean remove(int slot, AudienceEntryView scratch) {
        if (!read(slot, scratch)) {
            return false;
        }
        gaps += scratch.length();
        starts[slot] = 0;
        entries--;
        return true;
    }

    private void makeRoom(int more, AudienceEntryView scratch) {
        if (gaps > end / 2) {
            rewrite(scratch);
        }
        if (end + more > bytes.length) {
            // Small steps: over millions of entries the slack counts more than the copying.
            bytes = Arrays.copyOf(bytes, Math.max(end + more, bytes.length + bytes.length / 8));
        }
    }

    private void rewrite(AudienceEntryView scratch) {
        byte[] old = bytes;
        bytes = new byte[Math.max(FIRST_BYTES, end - gaps)];
        end = 0;
        gaps = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (starts[slot] != 0) {
                int length = scratch.over(old, starts[slot] - 1).length();
                System.arraycopy(old, starts[slot] - 1, bytes, end, length);
                starts[slot] = end + 1;
                end += length;
            }
        }
    }
}
