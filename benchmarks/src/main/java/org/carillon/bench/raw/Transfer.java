package org.carillon.bench.raw;

/**
 * Records moved from a producer to a consumer.
 *
 * @param perSecond on the wall clock
 * @param cpuMicros processor time of each, clients and broker together
 */
public record Transfer(double perSecond, double cpuMicros) {}
