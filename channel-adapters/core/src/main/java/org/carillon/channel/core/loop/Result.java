package org.carillon.channel.core.loop;

import java.time.Instant;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Outcome;
import org.carillon.channel.core.intent.OpenDelivery;

/** What became of a {@link Call}. */
sealed interface Result {
    OpenDelivery delivery();

    record Sent(OpenDelivery delivery, Outcome outcome, Instant at) implements Result {}

    /** The call was not begun: the lease or the loop came to its end first. */
    record Skipped(OpenDelivery delivery) implements Result {}

    record Answered(OpenDelivery delivery, Found found, Instant at) implements Result {}
}
