package org.carillon.channel.core.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Outcome;
import org.carillon.channel.core.gate.Gate;
import org.carillon.channel.core.gate.Verdict;
import org.carillon.channel.core.intent.OpenDeliveries;
import org.carillon.channel.core.intent.OpenDelivery;
import org.carillon.channel.core.pace.Parallelism;
import org.carillon.channel.core.pace.Pause;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.SendMark;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.jspecify.annotations.Nullable;

/** Turns what the calls of a round came to into marks and receipts, and decides what is tried again and when. */
final class Settlement {
    private static final String GONE = "gone";
    private static final String IN_DOUBT = "in-doubt";

    private final LoopConfig config;
    private final OpenDeliveries open;
    private final Gate gate;
    private final Pause pause;
    private final Parallelism parallelism;
    private final Tally tally;
    private final Clock clock;

    Settlement(
            LoopConfig config,
            OpenDeliveries open,
            Gate gate,
            Pause pause,
            Parallelism parallelism,
            Tally tally,
            Clock clock) {
        this.config = config;
        this.open = open;
        this.gate = gate;
        this.pause = pause;
        this.parallelism = parallelism;
        this.tally = tally;
        this.clock = clock;
    }

    void settle(List<Result> results, Draft draft) {
        int sent = 0;
        int pushedBack = 0;
        for (Result result : results) {
            switch (result) {
                case Result.Sent s -> {
                    sent++;
                    pushedBack += s.outcome() instanceof Outcome.Deferred ? 1 : 0;
                    tally.calls.increment();
                    outcome(s, draft);
                }
                case Result.Skipped s -> defer(known(s).notCalled(clock.instant()), clock.instant(), null, draft);
                case Result.Answered a -> answer(a, draft);
            }
        }
        if (sent > 0) {
            parallelism.roundEnded(sent, pushedBack);
        }
    }

    /** Will not be sent, and surely has not been, unless it is doubtful: then it stays as reached as anything in doubt. */
    void suppress(OpenDelivery delivery, String reason, Draft draft) {
        Instant now = clock.instant();
        if (delivery.doubtful()) {
            leave(delivery, now, draft);
            return;
        }
        draft.outcome(delivery, now, SendMark.Result.SUPPRESSED, null, reason, null);
        draft.change(delivery.id(), DeliveryStatus.SUPPRESSED, now, reason);
        open.remove(delivery.id());
        tally.suppressed.increment();
    }

    /** No receipt before its time is over: whoever may have got the alert gets the all-clear. */
    private void leave(OpenDelivery delivery, Instant now, Draft draft) {
        if (now.isBefore(gate.expires(delivery.task()))) {
            draft.outcome(delivery, now, SendMark.Result.FAILED, null, IN_DOUBT, null);
            open.remove(delivery.id());
            tally.failed.increment();
        } else {
            finish(delivery, now, DeliveryStatus.FAILED, null, IN_DOUBT, draft);
        }
    }

    private void outcome(Result.Sent result, Draft draft) {
        OpenDelivery delivery = known(result);
        switch (result.outcome()) {
            case Outcome.Accepted accepted -> {
                pause.end();
                finish(delivery, result.at(), DeliveryStatus.SENT, accepted.providerId(), null, draft);
            }
            case Outcome.Refused refused -> {
                pause.end();
                finish(delivery, result.at(), DeliveryStatus.FAILED, null, refused.code(), draft);
            }
            case Outcome.Gone gone -> {
                pause.end();
                finish(delivery, result.at(), DeliveryStatus.FAILED, null, gone.code(), draft);
                draft.command(new SubscriptionCommand.End(
                        "gone." + delivery.id().path(), gone.subscription(), result.at(), GONE));
            }
            case Outcome.Deferred deferred -> {
                if (deferred.scope() == Outcome.Scope.SENDER) {
                    pause.stop(deferred.retryAfter());
                }
                Duration wait = config.backoff().after(delivery.attempt(), deferred.retryAfter());
                defer(delivery.deferred(result.at().plus(wait)), result.at(), deferred.code(), draft);
            }
            case Outcome.InDoubt doubt -> doubt(delivery, result.at(), config.inDoubtWait(), doubt.reason(), draft);
        }
    }

    private void answer(Result.Answered result, Draft draft) {
        OpenDelivery delivery = known(result);
        switch (result.found()) {
            case Found.Accepted accepted ->
                finish(delivery, result.at(), accepted.status(), accepted.providerId(), accepted.code(), draft);
            case Found.NotThere notThere -> defer(delivery.deferred(result.at()), result.at(), "not-there", draft);
            case Found.Repeatable repeatable -> repeat(delivery, result.at(), draft);
            case Found.Unknown unknown -> {
                Instant end = gate.expires(delivery.task()).plus(config.giveUpDoubt());
                if (result.at().isAfter(end)) {
                    finish(delivery, result.at(), DeliveryStatus.FAILED, null, IN_DOUBT, draft);
                } else {
                    Duration wait = config.backoff().after(delivery.doubts() + 1, Optional.empty());
                    doubt(delivery, result.at(), config.inDoubtWait().plus(wait), unknown.reason(), draft);
                }
            }
        }
    }

    private void repeat(OpenDelivery delivery, Instant at, Draft draft) {
        if (gate.look(delivery.task()) instanceof Verdict.Closed) {
            leave(delivery, at, draft);
        } else {
            defer(delivery.repeated(at), at, "repeated", draft);
        }
    }

    /** As it stands since its intent was written: with the offset of that. */
    private OpenDelivery known(Result result) {
        return open.find(result.delivery().id()).orElse(result.delivery());
    }

    private void finish(
            OpenDelivery delivery,
            Instant at,
            DeliveryStatus status,
            @Nullable String providerId,
            @Nullable String code,
            Draft draft) {
        boolean failed = status == DeliveryStatus.FAILED;
        SendMark.Result result = failed ? SendMark.Result.FAILED : SendMark.Result.ACCEPTED;
        draft.outcome(delivery, at, result, providerId, code, null);
        draft.change(delivery.id(), status, at, code);
        open.remove(delivery.id());
        (failed ? tally.failed : tally.sent).increment();
    }

    private void defer(OpenDelivery delivery, Instant at, @Nullable String code, Draft draft) {
        Instant due = delivery.phase() instanceof OpenDelivery.Phase.Deferred d ? d.due() : at;
        Instant expires = gate.expires(delivery.task());
        OpenDelivery parked = due.isAfter(expires) ? delivery.deferred(expires) : delivery;
        // After a restart, too, it must not pass for surely not sent.
        SendMark.Result result = parked.doubtful() ? SendMark.Result.IN_DOUBT : SendMark.Result.DEFERRED;
        draft.outcome(parked, at, result, null, code, due.isAfter(expires) ? expires : due);
        open.put(parked);
    }

    /** The intent is written once more, so that a restart need not go further and further back. */
    private void doubt(OpenDelivery delivery, Instant at, Duration wait, String reason, Draft draft) {
        OpenDelivery parked = delivery.inDoubt(at.plus(wait));
        draft.intent(parked);
        draft.outcome(parked, at, SendMark.Result.IN_DOUBT, null, reason, at.plus(wait));
        open.put(parked);
    }
}
