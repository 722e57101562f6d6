package org.carillon.schemas.transparency.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A million entries: each proof in less than 10 ms, the mean of many and with a bound that a busy machine keeps. */
class LargeTreeTest {
    private static final int ENTRIES = 1_000_000;
    private static final int PROOFS = 300;

    @Test
    void shouldProveInAMillionEntriesWithinTenMilliseconds() {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < ENTRIES; i++) {
            tree.append(leaf(i));
        }
        TreeHash root = tree.root();
        Random random = new Random(7);

        long started = System.nanoTime();
        for (int i = 0; i < PROOFS; i++) {
            int at = random.nextInt(ENTRIES);
            int former = 1 + random.nextInt(ENTRIES);
            assertThat(tree.find(leaf(at))).hasValue(at);
            assertThat(tree.inclusion(at, ENTRIES).holds(leaf(at), root)).isTrue();
            assertThat(tree.consistency(former, ENTRIES).holds(tree.root(former), root))
                    .isTrue();
        }
        Duration each = Duration.ofNanos((System.nanoTime() - started) / PROOFS);

        assertThat(each).isLessThan(Duration.ofMillis(10));
    }

    /** Any 32 bytes that are not alike: hashing a million entries is not what is measured. */
    private static TreeHash leaf(int number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        return TreeHash.ofBytes(ByteBuffer.allocate(TreeHash.BYTES)
                .putInt((int) (mixed >>> 32))
                .putInt(number)
                .array());
    }
}
