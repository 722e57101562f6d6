package org.carillon.channel.sms.webhook;

import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.resident.InboundMessage;

/**
 * Where what came in goes. Called from many threads at once; may block for some seconds, but less than Twilio waits for an answer.
 */
public interface Intake {
    /** A resident's message; false when it is not known to be safe. */
    boolean put(InboundMessage message);

    /** News of a delivery; false when it is not known to be safe. */
    boolean put(Receipt.Progress receipt);
}
