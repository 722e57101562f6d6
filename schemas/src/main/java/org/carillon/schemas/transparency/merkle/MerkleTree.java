package org.carillon.schemas.transparency.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A tree that only grows, kept as the hashes of its complete subtrees (64 bytes an entry): any former size of it has its root and
 * its proofs in steps that grow with the logarithm. Safe for threads.
 */
public final class MerkleTree {
    private final HashList leaves = new HashList();
    private final List<HashList> levels = new ArrayList<>(List.of(leaves));
    private final LeafIndex index = new LeafIndex(leaves);

    /** Adds a leaf's hash. */
    public synchronized void append(TreeHash leaf) {
        leaves.add(leaf);
        index.added(leaf);
        int count = leaves.size();
        for (int level = 0; (count & 1) == 0; level++, count >>= 1) {
            if (levels.size() == level + 1) {
                levels.add(new HashList());
            }
            HashList below = levels.get(level);
            levels.get(level + 1).add(TreeHash.node(below.get(count - 2), below.get(count - 1)));
        }
    }

    public synchronized long size() {
        return leaves.size();
    }

    public TreeHash root() {
        return root(size());
    }

    /** The root as it was when the tree had that many entries. */
    public synchronized TreeHash root(long size) {
        requireSize(size);
        return size == 0 ? TreeHash.empty() : hash(0, Math.toIntExact(size));
    }

    /** The hash of a leaf. */
    public synchronized TreeHash leaf(long at) {
        requireLeaf(at, size());
        return leaves.get(Math.toIntExact(at));
    }

    /** Where the leaf with that hash is. */
    public synchronized OptionalLong find(TreeHash leaf) {
        return index.find(leaf);
    }

    /**
     * Proves that an entry is in the tree of that size (RFC 9162, 2.1.3.1).
     *
     * @throws IllegalArgumentException if the tree was never so large, or the entry came later
     */
    public synchronized InclusionProof inclusion(long at, long size) {
        requireSize(size);
        requireLeaf(at, size);
        List<TreeHash> path = new ArrayList<>();
        path(Math.toIntExact(at), 0, Math.toIntExact(size), path);
        return new InclusionProof(at, size, path);
    }

    /**
     * Proves that the tree of the second size begins with that of the first (RFC 9162, 2.1.4.1).
     *
     * @throws IllegalArgumentException if the tree was never so large, or the first size is above the second
     */
    public synchronized ConsistencyProof consistency(long first, long second) {
        requireSize(second);
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("first must be between 0 and second, which is " + second);
        }
        List<TreeHash> path = new ArrayList<>();
        if (first > 0) {
            subProof(Math.toIntExact(first), 0, Math.toIntExact(second), true, path);
        }
        return new ConsistencyProof(first, second, path);
    }

    private void path(int at, int from, int to, List<TreeHash> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (at < middle) {
            path(at, from, middle, path);
            path.add(hash(middle, to));
        } else {
            path(at, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    /** {@code known}: whether the verifier has the hash of this part already, as all of the first tree. */
    private void subProof(int first, int from, int to, boolean known, List<TreeHash> path) {
        if (first == to) {
            if (!known) {
                path.add(hash(from, to));
            }
            return;
        }
        int middle = from + split(to - from);
        if (first <= middle) {
            subProof(first, from, middle, known, path);
            path.add(hash(middle, to));
        } else {
            subProof(first, middle, to, false, path);
            path.add(hash(from, middle));
        }
    }

    /** Of the entries from {@code from} to before {@code to}, where {@code from} is a place at which the tree is split. */
    private TreeHash hash(int from, int to) {
        int count = to - from;
        if (Integer.bitCount(count) == 1) {
            int level = Integer.numberOfTrailingZeros(count);
            return levels.get(level).get(from >> level);
        }
        int middle = from + split(count);
        return TreeHash.node(hash(from, middle), hash(middle, to));
    }

    /** The largest power of two below the count. */
    private static int split(int count) {
        return Integer.highestOneBit(count - 1);
    }

    private void requireSize(long size) {
        if (size < 0 || size > leaves.size()) {
            throw new IllegalArgumentException("the size must be between 0 and " + leaves.size());
        }
    }

    private static void requireLeaf(long at, long size) {
        if (at < 0 || at >= size) {
            throw new IllegalArgumentException("a tree of " + size + " entries has none at " + at);
        }
    }
}
