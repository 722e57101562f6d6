package org.carillon.bench.match;

import java.util.List;
import java.util.function.IntSupplier;
import org.locationtech.jts.geom.Geometry;

/** The contenders in turn over the same alerts and areas. */
public final class MatchBench {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Contender hub;
    private final Contender tree;
    private final Contender loop;

    public MatchBench(List<? extends Geometry> areas, List<byte[]> messages) {
        hub = new Hub(areas, messages);
        tree = new PlainTree(areas, messages);
        loop = new NestedLoop(areas, messages);
    }

    /** Who finds how many pairs of alert and area. */
    public Pairs pairs() {
        return new Pairs(hub.match(), hub.readAndMatch(), tree.match(), tree.readAndMatch(), loop.match());
    }

    /** Measures each once. */
    public MatchRound round() {
        return new MatchRound(
                millis(hub::match),
                millis(tree::match),
                millis(loop::match),
                millis(hub::readAndMatch),
                millis(tree::readAndMatch));
    }

    private static double millis(IntSupplier work) {
        long before = System.nanoTime();
        int pairs = work.getAsInt();
        long nanos = System.nanoTime() - before;
        if (pairs < 0) {
            throw new IllegalStateException("a negative count");
        }
        return nanos / NANOS_PER_MILLI;
    }

    /** Pairs as each contender counts them, from shapes and from bytes. */
    public record Pairs(int hub, int hubRead, int tree, int treeRead, int loop) {
        /** Whether all count this. */
        public boolean allAre(int expected) {
            return hub == expected
                    && hubRead == expected
                    && tree == expected
                    && treeRead == expected
                    && loop == expected;
        }
    }
}
