package org.carillon.channel.core.pace;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Exponential back-off with jitter: half of the time is fixed, half is chance, so that messages that were deferred together do not
 * come back together.
 *
 * @param chance from 0 (included) to 1
 */
public record Backoff(Duration first, Duration longest, DoubleSupplier chance) {
    /**
     * How long to wait.
     *
     * @param failures how often it was tried, at least 1
     * @param asked what the provider asked for: never less than that, up to the longest
     */
    public Duration after(int failures, Optional<Duration> asked) {
        double factor = Math.pow(2, Math.min(30, Math.max(0, failures - 1)));
        double nanos = Math.min((double) longest.toNanos(), first.toNanos() * factor);
        Duration own = Duration.ofNanos((long) (nanos * (0.5 + chance.getAsDouble() / 2)));
        Duration least =
                asked.filter(a -> a.compareTo(longest) < 0).orElse(asked.isPresent() ? longest : Duration.ZERO);
        return own.compareTo(least) > 0 ? own : least.plusNanos(own.toNanos() / 4);
    }
}
