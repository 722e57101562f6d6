package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;

/** Whether whoever acts alone has proved, just now and by a second factor, to be who they say. */
final class SecondFactors {
    /** How far the clocks of edge and router may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private SecondFactors() {}

    static Optional<Decision> objection(AlertCommand command, AlertRecord record, LifecyclePolicy policy, Instant now) {
        Instant given = command.actor().secondFactorAt();
        boolean fresh = given != null
                && !given.isBefore(now.minus(policy.secondFactorLife()))
                && !given.isAfter(now.plus(SKEW));
        return fresh
                ? Optional.empty()
                : Optional.of(Answers.forbidden(
                        command,
                        record,
                        "one person alone may do this only with a second factor that was given within the last "
                                + policy.secondFactorLife().toMinutes() + " minutes"));
    }
}
