package org.carillon.schemas.transparency.merkle;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Where a leaf is, by its hash: open addressing over the hashes themselves, which are as good as random. */
final class LeafIndex {
    private static final int FIRST = 64;

    private final HashList leaves;
    /** Position + 1 of a leaf, or 0 where there is none. */
    private int[] slots = new int[FIRST];

    LeafIndex(HashList leaves) {
        this.leaves = leaves;
    }

    /** Takes up the last of the leaves. */
    void added(TreeHash leaf) {
        if (leaves.size() * 2L > slots.length) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < leaves.size() - 1; i++) {
                put(leaves.get(i), i);
            }
        }
        put(leaf, leaves.size() - 1);
    }

    OptionalLong find(TreeHash leaf) {
        for (int slot = slot(leaf); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            if (leaves.get(slots[slot] - 1).equals(leaf)) {
                return OptionalLong.of(slots[slot] - 1L);
            }
        }
        return OptionalLong.empty();
    }

    private void put(TreeHash leaf, int index) {
        int slot = slot(leaf);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = index + 1;
    }

    private int slot(TreeHash leaf) {
        return ByteBuffer.wrap(leaf.toBytes()).getInt() & (slots.length - 1);
    }
}
