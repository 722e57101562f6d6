package org.carillon.channel.sms.twilio;

import java.util.Optional;
import org.carillon.schemas.delivery.DeliveryStatus;

/** Twilio's message statuses in the hub's words. */
public final class TwilioStatus {
    private TwilioStatus() {}

    /** What a status says about a delivery; empty for one that says no more than that Twilio has it, or for an unknown one. */
    public static Optional<DeliveryStatus> parse(String status) {
        return switch (status) {
            case "delivered", "read", "partially_delivered" -> Optional.of(DeliveryStatus.DELIVERED);
            case "undelivered", "failed", "canceled" -> Optional.of(DeliveryStatus.FAILED);
            case "sent" -> Optional.of(DeliveryStatus.SENT);
            default -> Optional.empty();
        };
    }
}
