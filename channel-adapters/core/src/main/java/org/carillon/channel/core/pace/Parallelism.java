package org.carillon.channel.core.pace;

/** Calls at once: halved when the provider says that it is too many, one more after each round without that. */
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
     * Takes note of a round.
     *
     * @param pushedBack whether a call of it was told to come back later
     */
    public void roundEnded(boolean pushedBack) {
        now = pushedBack ? Math.max(1, now / 2) : Math.min(most, now + 1);
    }
}
