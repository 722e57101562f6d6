package org.carillon.bench.crash;

import org.carillon.schemas.alert.Lane;

/**
 * Alerts on a cluster and what was done to it meanwhile.
 *
 * @param what was done
 * @param stallMs from the first kill until the slowest partition went on; -1 where nothing was killed or nothing was left to cut
 * @param endedMs from the queries until all had gone out
 * @param changes subscriptions that changed meanwhile
 */
public record ClusterRun(String what, Lane lane, long stallMs, long endedMs, int changes, Findings findings) {}
