package org.carillon.channel.core.loop;

/**
 * What a loop has done since its start: {@code taken = sent + failed + suppressed + open − before}, where {@code before} is what a
 * former owner had left open.
 *
 * @param taken recipients read from the lanes
 * @param open with an intent and no final outcome at present, {@code inDoubt} of them in doubt
 * @param calls hand-overs tried
 */
public record Counts(
        long taken, long sent, long failed, long suppressed, long open, long inDoubt, long before, long calls) {}
