package org.carillon.schemas.transparency.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed to append to a tree: the roots of its complete subtrees along the right-hand edge, the largest first. Grows
 * with the logarithm of the tree.
 *
 * @param size entries so far
 */
public record Frontier(long size, List<TreeHash> nodes) {
    /** Of a tree without entries. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        nodes = List.copyOf(nodes);
        if (size < 0 || nodes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of " + size + " entries has " + Long.bitCount(size)
                    + " complete subtrees, not " + nodes.size());
        }
    }

    /** The tree with one more entry. */
    public Frontier append(TreeHash leaf) {
        List<TreeHash> next = new ArrayList<>(nodes);
        TreeHash carried = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            carried = TreeHash.node(next.removeLast(), carried);
        }
        next.add(carried);
        return new Frontier(size + 1, next);
    }

    public TreeHash root() {
        if (nodes.isEmpty()) {
            return TreeHash.empty();
        }
        TreeHash root = nodes.getLast();
        for (int i = nodes.size() - 2; i >= 0; i--) {
            root = TreeHash.node(nodes.get(i), root);
        }
        return root;
    }
}
