package org.carillon.channel.push.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.carillon.channel.core.Outcome;
import org.carillon.channel.core.Outcome.Scope;
import org.carillon.schemas.keys.SubscriptionId;

/** What the status of a push service means for the message (RFC 8030, and what services do). */
final class PushAnswers {
    /** A key that a service does not know is our fault, or a stranger's who made up the subscription: tried for some minutes. */
    private static final int MOST_IDENTIFIED = 10;

    private static final Duration BETWEEN_IDENTIFIED = Duration.ofSeconds(30);

    private PushAnswers() {}

    /**
     * Maps an answer.
     *
     * @param attempt 1 for the first call
     * @param subscription that ends where the service says that the endpoint is no more; any other failure leaves it alone
     */
    static Outcome outcome(
            int status, Optional<Duration> retryAfter, int attempt, String providerId, SubscriptionId subscription) {
        String code = "http-" + status;
        return switch (status) {
            case 200, 201, 202, 204 -> new Outcome.Accepted(providerId);
            case 404, 410 -> new Outcome.Gone(code, subscription);
            case 401, 403 ->
                attempt < MOST_IDENTIFIED
                        ? new Outcome.Deferred(code, Optional.of(retryAfter.orElse(BETWEEN_IDENTIFIED)), Scope.MESSAGE)
                        : new Outcome.Refused(code);
            case 408, 425, 429, 503 -> new Outcome.Deferred(code, retryAfter, Scope.MESSAGE);
            default -> status >= 500 ? new Outcome.InDoubt(code) : new Outcome.Refused(code);
        };
    }

    /** Whether it is the hub's own configuration or code that a service complains of. */
    static boolean isAlarm(int status) {
        return status == 400 || status == 401 || status == 403 || status == 413;
    }

    /** Seconds or a date (RFC 9110, 10.2.3); nonsense counts as nothing said. */
    static Optional<Duration> retryAfter(Optional<String> header, Clock clock) {
        String value = header.map(String::strip).orElse("");
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), at);
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
