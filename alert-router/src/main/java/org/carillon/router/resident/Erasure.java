package org.carillon.router.resident;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * An erasure that waits for its confirmation.
 *
 * @param digits what has to be sent with FORGET
 * @param until they count before then
 */
record Erasure(String digits, Instant until) {
    private static final int LOWEST = 100_000;
    private static final int HIGHEST = 999_999;
    private static final long LOWEST_PROOF = 1_000_000_000L;
    private static final long HIGHEST_PROOF = 9_999_999_999L;

    /** With fresh digits; none begins with 0, which people leave out. */
    static Erasure until(Instant until, RandomGenerator random) {
        return new Erasure(Integer.toString(random.nextInt(LOWEST, HIGHEST + 1)), until);
    }

    /** A number by which an erasure can be shown later. */
    static String proof(RandomGenerator random) {
        return Long.toString(random.nextLong(LOWEST_PROOF, HIGHEST_PROOF + 1));
    }

    boolean isConfirmedBy(String said, Instant now) {
        return digits.equals(said) && now.isBefore(until);
    }

    /** Without the digits. */
    @Override
    public String toString() {
        return "Erasure[until=" + until + "]";
    }
}
