package org.carillon.channel.core;

import java.time.Instant;

/**
 * A way to the outside world. The delivery loop calls {@link #deliver} and {@link #lookup} from many virtual threads at once,
 * each for another delivery; they may block, but no longer than the channel's own time-out. A channel makes one attempt and
 * says what came of it: it never repeats a call and never decides whether there will be another.
 */
public interface Channel {
    /** The name in batches, renditions and receipts, as {@code sms}. */
    String name();

    /** Hands one message over. An exception counts as {@link Outcome.InDoubt}: something may have been sent. */
    Outcome deliver(Message message);

    /**
     * Asks the provider whether it has this message, handed over at {@code since} or later. Nothing is sent. An exception
     * counts as {@link Found.Unknown}.
     *
     * @param since when the first attempt was about to be made, by the hub's clock
     */
    Found lookup(Message message, Instant since);

    /** Whether the way is open, without a call that costs. */
    Check check();

    /** What the message takes of the sender's budget: SMS parts, for example. */
    default int cost(String body) {
        return 1;
    }
}
