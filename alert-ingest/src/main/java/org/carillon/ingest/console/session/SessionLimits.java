package org.carillon.ingest.console.session;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param idle a session that nobody used for so long is over
 * @param absolute a session is over after so long in any case
 * @param halfway how long the second factor may take after the password
 * @param stepUp for so long after the second factor was given, dangerous acts do not ask for it again
 */
public record SessionLimits(Duration idle, Duration absolute, Duration halfway, Duration stepUp) {
    public static final SessionLimits DEFAULT = new SessionLimits(
            Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(5), Duration.ofMinutes(10));
}
