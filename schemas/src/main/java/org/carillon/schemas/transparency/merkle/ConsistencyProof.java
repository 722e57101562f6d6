package org.carillon.schemas.transparency.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a tree begins with a smaller one: nothing was changed, dropped or put in between.
 *
 * @param first entries of the smaller tree
 * @param second entries of the larger tree
 */
public record ConsistencyProof(long first, long second, List<TreeHash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it holds for trees with these roots (RFC 9162, 2.1.4.2); every tree begins with that of no entries. */
    public boolean holds(TreeHash firstRoot, TreeHash secondRoot) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first == 0) {
            return path.isEmpty() && firstRoot.equals(TreeHash.empty());
        }
        return !path.isEmpty() && climb(firstRoot, secondRoot);
    }

    private boolean climb(TreeHash firstRoot, TreeHash secondRoot) {
        List<TreeHash> hashes = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            hashes.addFirst(firstRoot);
        }
        long at = first - 1;
        long last = second - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        TreeHash small = hashes.getFirst();
        TreeHash large = small;
        for (TreeHash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                small = TreeHash.node(beside, small);
                large = TreeHash.node(beside, large);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                large = TreeHash.node(large, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && small.equals(firstRoot) && large.equals(secondRoot);
    }
}
