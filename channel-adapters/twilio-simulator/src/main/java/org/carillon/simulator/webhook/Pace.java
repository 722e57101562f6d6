package org.carillon.simulator.webhook;

import java.time.Duration;

/**
 * How fast the simulated network is.
 *
 * @param step between one status of a message and the next
 * @param retry between a webhook that failed and its second attempt
 * @param concurrency status callbacks under way at once
 */
public record Pace(Duration step, Duration retry, int concurrency) {
    /** Quick enough for tests, slow enough that an answer is out before its callbacks. */
    public static Pace standard() {
        return new Pace(Duration.ofMillis(40), Duration.ofSeconds(1), 32);
    }
}
