package org.carillon.channel.core;

import org.carillon.schemas.delivery.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/** What the provider knows about a message in doubt. */
public sealed interface Found {
    /**
     * It has it.
     *
     * @param status SENT, or what became of it since: DELIVERED or FAILED
     * @param code the provider's error code where it failed, or null
     */
    record Accepted(
            String providerId,
            DeliveryStatus status,
            @Nullable String code) implements Found {}

    /** It surely does not have it. */
    record NotThere() implements Found {}

    /**
     * It cannot be asked, but the same message handed over again takes the place of the first: it is sent again for as long as it
     * may go. Until the provider has said that it has it, nobody knows whether somebody was told.
     */
    record Repeatable() implements Found {}

    /** It could not be asked, or did not say. */
    record Unknown(String reason) implements Found {}
}
