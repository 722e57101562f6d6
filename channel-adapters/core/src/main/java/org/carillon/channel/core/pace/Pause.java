package org.carillon.channel.core.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a sender as a whole is stopped, and until when; after a stop one message goes first as a probe. */
public final class Pause {
    private final Clock clock;
    private final Backoff backoff;
    private int failures;
    private Instant until = Instant.MIN;

    public Pause(Clock clock, Backoff backoff) {
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Nothing goes through at present. */
    public void stop(Optional<Duration> asked) {
        if (isOver()) {
            failures++;
            until = clock.instant().plus(backoff.after(failures, asked));
        }
    }

    /** Something went through. */
    public void end() {
        failures = 0;
        until = Instant.MIN;
    }

    public boolean isOver() {
        return !clock.instant().isBefore(until);
    }

    /** Whether only a probe may go. */
    public boolean isProbing() {
        return failures > 0;
    }

    public Instant until() {
        return until;
    }
}
