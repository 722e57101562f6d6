package org.carillon.schemas.transparency.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Proofs of trees of any size, against the definition written down once more; and every proof with a fault in it. */
class ProofsPropertyTest {
    @Property(tries = 200)
    void shouldHashAsTheDefinitionSays(@ForAll @IntRange(max = 300) int size, @ForAll @IntRange(max = 300) int former) {
        MerkleTree tree = tree(size);
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i < size; i++) {
            frontier = frontier.append(leaf(i));
        }

        assertThat(tree.root()).isEqualTo(definition(0, size)).isEqualTo(frontier.root());
        if (former <= size) {
            assertThat(tree.root(former)).isEqualTo(definition(0, former));
        }
    }

    @Property(tries = 300)
    void shouldProveWhatIsIncludedAndNothingElse(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll int at, @ForAll int fault) {
        int index = Math.floorMod(at, size);
        MerkleTree tree = tree(size + 3);
        TreeHash root = tree.root(size);
        InclusionProof proof = tree.inclusion(index, size);

        assertThat(proof.holds(leaf(index), root)).isTrue();
        assertThat(tree.find(leaf(index))).hasValue(index);
        assertThat(tree.find(leaf(size + 3))).isEqualTo(OptionalLong.empty());
        assertThat(proof.holds(leaf(index + 1), root)).isFalse();
        assertThat(proof.holds(leaf(index), tree.root(size + 1))).isFalse();
        assertThat(new InclusionProof(index + 1, size, proof.path()).holds(leaf(index), root))
                .isFalse();
        assertThat(new InclusionProof(-1, size, proof.path()).holds(leaf(index), root))
                .isFalse();
        assertThat(new InclusionProof(size, size, proof.path()).holds(leaf(index), root))
                .isFalse();
        for (List<TreeHash> wrong : faults(proof.path(), fault)) {
            assertThat(new InclusionProof(index, size, wrong).holds(leaf(index), root))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void shouldProveWhatIsConsistentAndNothingElse(
            @ForAll @IntRange(min = 1, max = 300) int second, @ForAll int smaller, @ForAll int fault) {
        int first = 1 + Math.floorMod(smaller, second);
        MerkleTree tree = tree(second);
        ConsistencyProof proof = tree.consistency(first, second);

        assertThat(proof.holds(tree.root(first), tree.root())).isTrue();
        assertThat(proof.holds(tree.root(first - 1), tree.root())).isFalse();
        assertThat(proof.holds(tree.root(first), tree.root(second - 1))).isFalse();
        for (List<TreeHash> wrong : faults(proof.path(), fault)) {
            assertThat(new ConsistencyProof(first, second, wrong).holds(tree.root(first), tree.root()))
                    .isFalse();
        }
        MerkleTree forked = new MerkleTree();
        for (int i = 0; i < second; i++) {
            forked.append(leaf(i == first - 1 ? -1 : i));
        }
        assertThat(forked.consistency(first, second).holds(tree.root(first), forked.root()))
                .isFalse();
    }

    @Property(tries = 20)
    void shouldBeginEveryTreeWithTheEmptyOne(@ForAll @IntRange(max = 20) int size) {
        MerkleTree tree = tree(size);

        assertThat(tree.consistency(0, size).holds(TreeHash.empty(), tree.root()))
                .isTrue();
        assertThat(tree.consistency(0, size).holds(leaf(1), tree.root())).isFalse();
    }

    /** One hash more, one less, one changed, two in the other order. */
    private static List<List<TreeHash>> faults(List<TreeHash> path, int where) {
        List<List<TreeHash>> faults = new ArrayList<>();
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(Math.floorMod(where, path.size() + 1), leaf(-2));
        faults.add(longer);
        if (!path.isEmpty()) {
            int at = Math.floorMod(where, path.size());
            List<TreeHash> shorter = new ArrayList<>(path);
            shorter.remove(at);
            faults.add(shorter);
            List<TreeHash> changed = new ArrayList<>(path);
            changed.set(at, leaf(-3));
            faults.add(changed);
            List<TreeHash> turned = path.reversed();
            if (!turned.equals(path)) {
                faults.add(turned);
            }
        }
        return faults;
    }

    /** RFC 9162, 2.1.1, to the letter and slowly. */
    private static TreeHash definition(int from, int to) {
        if (from == to) {
            return TreeHash.empty();
        }
        if (to - from == 1) {
            return leaf(from);
        }
        int half = 1;
        while (half * 2 < to - from) {
            half *= 2;
        }
        return TreeHash.node(definition(from, from + half), definition(from + half, to));
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        LongStream.range(0, size).mapToObj(ProofsPropertyTest::leaf).forEach(tree::append);
        return tree;
    }

    private static TreeHash leaf(long number) {
        return TreeHash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
