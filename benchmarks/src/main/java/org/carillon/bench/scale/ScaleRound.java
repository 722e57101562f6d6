package org.carillon.bench.scale;

/**
 * One round.
 *
 * @param one recipients a second with one router
 * @param two the same with two routers, each held to the share of the first
 * @param othersWithOne cores that broker and reader used meanwhile: they must be far from all there is
 * @param othersWithTwo the same with two routers
 * @param sharedSeconds from the start of the second router until the partitions were shared out
 */
public record ScaleRound(double one, double two, double othersWithOne, double othersWithTwo, double sharedSeconds) {}
