package org.carillon.simulator.fault;

/** A probability from 0, never, to 1, always. */
public record Chance(double value) {
    /** Does not happen. */
    public static final Chance NEVER = new Chance(0);

    /** Refuses anything outside 0 to 1. */
    public Chance {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("must be between 0 and 1");
        }
    }
}
