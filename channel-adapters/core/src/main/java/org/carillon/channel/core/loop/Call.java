package org.carillon.channel.core.loop;

import org.carillon.channel.core.Message;
import org.carillon.channel.core.intent.OpenDelivery;

/** One thing to do at the provider, once the transaction that says so is committed. */
sealed interface Call {
    OpenDelivery delivery();

    /** Hand it over. */
    record Send(OpenDelivery delivery, Message message, int cost) implements Call {}

    /** Ask whether it is there. */
    record Ask(OpenDelivery delivery, Message message) implements Call {}
}
