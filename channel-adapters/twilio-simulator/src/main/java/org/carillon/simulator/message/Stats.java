package org.carillon.simulator.message;

/**
 * What the provider has counted since its data folder was new.
 *
 * @param perSecond messages accepted per second, over the busy part of the last ten seconds
 * @param peakPerSecond the most that one second of the clock has seen
 */
public record Stats(
        long accepted, long rejected, int distinctRecipients, long duplicates, double perSecond, int peakPerSecond) {}
