package org.carillon.channel.core.pace;

/** Calls at once: halved when the provider pushes most of them back, one more after each round that it takes whole. */
public final class Parallelism {
    private final int most;
    private int now;

    public Parallelism(int most) {
        this.most = most;
        this.now = most;
    }

    public int now() {
        return now;
    }

    /**
     * Takes note of a round: where most calls of it were told to come back later, there are too many at once.
     *
     * @param pushedBack how many of them were
     */
    public void roundEnded(int calls, int pushedBack) {
        if (2 * pushedBack > calls) {
            now = Math.max(1, now / 2);
        } else if (pushedBack == 0) {
            now = Math.min(most, now + 1);
        }
    }
}
