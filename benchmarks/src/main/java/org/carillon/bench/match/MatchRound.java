package org.carillon.bench.match;

/**
 * One round: milliseconds for all alerts.
 *
 * @param hub the hub's index, from shapes
 * @param tree JTS tree and {@code intersects}, from shapes
 * @param loop every alert against every area, from shapes
 * @param hubRead the hub's reader, every rule, and its index
 * @param treeRead polygons picked from the XML, and the tree
 */
public record MatchRound(double hub, double tree, double loop, double hubRead, double treeRead) {}
