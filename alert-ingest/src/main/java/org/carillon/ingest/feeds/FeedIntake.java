package org.carillon.ingest.feeds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.compose.Wishes;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.Commands;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.cap.rules.CapRule;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.rules.Strictness;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem.Outcome;
import org.jspecify.annotations.Nullable;

/** Submits the message of one item by the policy of its feed. A repeat is known by sender, identifier and sent, from wherever it came. */
final class FeedIntake {
    private static final String REPAIRED = "REPAIRED_";
    private static final String OUTSIDE = "HUB_AREA_OUTSIDE";
    private static final String OVER = "HUB_EXPIRED";
    private static final int MOST_REASONS = 5;
    /** As a partner's plain submission, so that what comes both ways is known again. */
    private static final Wishes PLAIN = new Wishes(null, null, List.of(), false);

    private final Submissions submissions;
    private final Commands router;
    private final TrustedFeeds trusted;
    private final Clock clock;

    FeedIntake(Submissions submissions, Commands router, TrustedFeeds trusted, Clock clock) {
        this.submissions = submissions;
        this.router = router;
        this.trusted = trusted;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Intake {
        /**
         * It is settled, and need not be looked at again.
         *
         * @param asItCame whether the message was taken as it was, so that its bytes need not be kept beside it
         */
        record Settled(
                Outcome outcome,
                @Nullable AlertId alertId,
                @Nullable String reason,
                boolean asItCame) implements Intake {}

        /** Not now: try again. */
        record Later(String reason) implements Intake {}
    }

    Intake take(Feed feed, byte[] message) {
        Strictness strictness = feed.lenient() ? Strictness.LENIENT : Strictness.STRICT;
        return switch (CapReader.read(message, strictness)) {
            case CapReading.Unreadable unreadable -> refused(text(unreadable.violation()));
            case CapReading.Invalid invalid -> refused(reasons(invalid.violations()));
            case CapReading.Valid valid -> take(feed, valid);
        };
    }

    private Intake take(Feed feed, CapReading.Valid valid) {
        CapAlert message = valid.document().alert();
        if (!feed.senders().contains(message.sender())) {
            return refused("The sender " + message.sender() + " is none of those that may come by this feed.");
        }
        AlertSource source = new AlertSource(
                feed.name(), trusted.isConfirmed(feed), suspicion(valid.warnings()), repairs(valid.warnings()));
        Submissions.Prepared prepared;
        try {
            prepared = submissions.prepare(
                    valid.document(),
                    new Wishes(feed.purpose(), feed.topic(), List.of(), false),
                    Submissions.digest(message, PLAIN),
                    source);
        } catch (ProblemException e) {
            return unpublishable(e.problem(), valid.document());
        }
        AlertCommand.Submit submit = new AlertCommand.Submit(
                UUID.randomUUID().toString(),
                prepared.content().id(),
                clock.instant(),
                new Actor("feed:" + feed.name(), Set.of(Role.PARTNER)),
                prepared.content(),
                prepared.renditions(),
                prepared.unreviewed(),
                prepared.document(),
                false,
                false,
                false,
                false);
        try {
            return router.ask(submit)
                    .map(decision -> decided(decision, source))
                    .orElseGet(() -> new Intake.Later("The hub has not decided yet."));
        } catch (ProblemException e) {
            return new Intake.Later("The hub cannot take anything just now.");
        }
    }

    private static Intake decided(Decision decision, AlertSource source) {
        return switch (decision) {
            case Decision.Done done -> {
                boolean quarantined = done.alert().state() == AlertState.QUARANTINED;
                Outcome outcome = done.repeated() ? Outcome.KNOWN : quarantined ? Outcome.QUARANTINED : Outcome.TAKEN;
                String reason = quarantined ? done.alert().reason() : joined(source.repairs());
                yield new Intake.Settled(
                        outcome, done.alertId(), reason, source.repairs().isEmpty());
            }
            case Decision.Refused refused -> refused(refused.message());
        };
    }

    /** Most of what a national feed brings is about other places, and no fault of anybody. */
    private Intake unpublishable(Problem problem, CapDocument document) {
        List<String> rules =
                problem.violations().stream().map(CapViolation::rule).toList();
        if (problem.status() >= 500) {
            return new Intake.Later("The hub cannot take anything just now.");
        }
        if (rules.contains(OUTSIDE)) {
            return submissions.isAboutTheCityWhenSwapped(document.alert())
                    ? new Intake.Settled(
                            Outcome.QUARANTINED,
                            null,
                            "Its places lie in this city if latitude and longitude are swapped.",
                            false)
                    : new Intake.Settled(Outcome.ELSEWHERE, null, null, true);
        }
        return rules.contains(OVER)
                ? new Intake.Settled(Outcome.OVER, null, null, true)
                : refused(reasons(problem.violations()));
    }

    private static @Nullable String suspicion(List<CapViolation> warnings) {
        return warnings.stream()
                .filter(warning -> warning.rule().equals(CapRule.TIME_IMPLAUSIBLE.name()))
                .map(FeedIntake::text)
                .findFirst()
                .orElse(null);
    }

    private static List<String> repairs(List<CapViolation> warnings) {
        return warnings.stream()
                .filter(warning -> warning.rule().startsWith(REPAIRED))
                .map(FeedIntake::text)
                .toList();
    }

    private static Intake refused(String reason) {
        return new Intake.Settled(Outcome.REFUSED, null, reason, false);
    }

    private static String reasons(List<CapViolation> violations) {
        List<String> told = new ArrayList<>(
                violations.stream().limit(MOST_REASONS).map(FeedIntake::text).toList());
        if (violations.size() > MOST_REASONS) {
            told.add((violations.size() - MOST_REASONS) + " more");
        }
        return Optional.ofNullable(joined(told)).orElse("It cannot be published.");
    }

    private static @Nullable String joined(List<String> sentences) {
        return sentences.isEmpty() ? null : String.join("; ", sentences);
    }

    private static String text(CapViolation violation) {
        return violation.rule() + " (line " + violation.line() + "): " + violation.message();
    }
}
