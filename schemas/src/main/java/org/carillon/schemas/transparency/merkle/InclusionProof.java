package org.carillon.schemas.transparency.merkle;

import java.util.List;

/**
 * Shows that an entry is in a tree.
 *
 * @param index of the entry, from 0
 * @param size entries of the tree
 * @param path the hashes beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it holds for a leaf with that hash and a tree with that root (RFC 9162, 2.1.3.2). */
    public boolean holds(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = TreeHash.node(beside, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
