package org.carillon.channel.core.intent;

import java.time.Instant;
import org.carillon.schemas.delivery.SendMark;

/** Replays the marks of an intents topic: what is left open was left open by the owner before. */
public final class Rebuild {
    private final OpenDeliveries open;
    private final Instant askAt;

    /**
     * Replays into {@code open}.
     *
     * @param askAt when an intent without any outcome may be asked about: its call may still be under way
     */
    public Rebuild(OpenDeliveries open, Instant askAt) {
        this.open = open;
        this.askAt = askAt;
    }

    /** Takes one mark, in the order of the topic. */
    public void apply(SendMark mark, long offset) {
        switch (mark) {
            case SendMark.Intent intent ->
                open.put(new OpenDelivery(
                        intent.task(),
                        intent.attempt(),
                        intent.at(),
                        0,
                        new OpenDelivery.Phase.InDoubt(askAt),
                        offset,
                        false));
            case SendMark.Outcome outcome ->
                open.find(outcome.deliveryId()).ifPresent(delivery -> apply(delivery, outcome));
        }
    }

    private void apply(OpenDelivery delivery, SendMark.Outcome outcome) {
        Instant due = outcome.retryAt() == null ? askAt : outcome.retryAt();
        switch (outcome.result()) {
            case ACCEPTED, FAILED, SUPPRESSED -> open.remove(delivery.id());
            case DEFERRED ->
                open.put(new OpenDelivery(
                        delivery.task(),
                        outcome.attempt(),
                        delivery.since(),
                        0,
                        new OpenDelivery.Phase.Deferred(due),
                        delivery.mark(),
                        false));
            case IN_DOUBT -> open.put(delivery.inDoubt(due));
        }
    }
}
