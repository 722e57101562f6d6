package org.carillon.channel.sms.twilio;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.carillon.channel.core.Outcome;

/** What an answer of Twilio that is not a success means for the message. */
final class TwilioErrors {
    /** Rates and congestion: not processed. */
    private static final Set<Integer> LATER = Set.of(14107, 20429, 30017, 30022, 63018);
    /** The sender's queue at Twilio is full, for hours. */
    private static final Set<Integer> FULL = Set.of(21611, 30001);
    /** Our account or configuration: no message would go through, and none is at fault. */
    private static final Set<Integer> OURS =
            Set.of(20003, 20404, 21212, 21603, 21606, 21609, 21703, 21704, 21705, 30002, 30410);

    private static final int TRIAL = 21608;
    private static final int TOO_MANY = 429;

    private TwilioErrors() {}

    /**
     * Maps an answer.
     *
     * @param status of the HTTP answer
     * @param code Twilio's own, where the body had one
     * @param retryAfter the header, where there was one
     */
    static Outcome outcome(int status, Optional<Integer> code, Optional<Duration> retryAfter) {
        String name = code.map(String::valueOf).orElse("http-" + status);
        int number = code.orElse(0);
        if (status == TOO_MANY || LATER.contains(number)) {
            return new Outcome.Deferred(name, retryAfter, Outcome.Scope.MESSAGE);
        }
        if (FULL.contains(number)) {
            return new Outcome.Deferred(
                    name, Optional.of(retryAfter.orElse(Duration.ofMinutes(1))), Outcome.Scope.SENDER);
        }
        if (status >= 500 || status == 408 || status < 300) {
            return new Outcome.InDoubt(name);
        }
        if (status < 400 || status == 401 || status == 403 || status == 404 || OURS.contains(number)) {
            return new Outcome.Deferred(name, retryAfter, Outcome.Scope.SENDER);
        }
        if (number == TRIAL) {
            return new Outcome.Deferred(name, Optional.of(Duration.ofMinutes(5)), Outcome.Scope.MESSAGE);
        }
        return new Outcome.Refused(name);
    }

    /** Seconds, as Twilio sends them; a date or nonsense counts as nothing said. */
    static Optional<Duration> retryAfter(Optional<String> header) {
        return header.map(String::strip)
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
