package org.carillon.schemas.transparency.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hashes one behind the other, in pieces, so that growing copies none of them. */
final class HashList {
    private static final int PER_PIECE = 1024;

    private final List<byte[]> pieces = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(TreeHash hash) {
        if (size % PER_PIECE == 0) {
            pieces.add(new byte[PER_PIECE * TreeHash.BYTES]);
        }
        hash.copyTo(pieces.getLast(), size % PER_PIECE * TreeHash.BYTES);
        size++;
    }

    TreeHash get(int index) {
        int at = index % PER_PIECE * TreeHash.BYTES;
        return TreeHash.ofBytes(Arrays.copyOfRange(pieces.get(index / PER_PIECE), at, at + TreeHash.BYTES));
    }
}
