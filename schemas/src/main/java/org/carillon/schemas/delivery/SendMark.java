package org.carillon.schemas.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The durable marks around a call to a provider; values of a sender's intents topic, keyed by delivery id. An intent without a
 * later outcome is in doubt after a crash: the provider is asked before anything is sent again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SendMark.Intent.class, name = "intent"),
    @JsonSubTypes.Type(value = SendMark.Outcome.class, name = "outcome")
})
public sealed interface SendMark {
    DeliveryId deliveryId();

    Instant at();

    /**
     * Written before the call. Holds all that is needed to finish the delivery after a crash.
     *
     * @param attempt 1 for the first call
     * @param task what is to be sent: an alert's rendition or a reply
     */
    record Intent(DeliveryId deliveryId, Instant at, int attempt, DeliveryTask task) implements SendMark {}

    /**
     * Written after the call.
     *
     * @param result what the provider said
     * @param providerId the provider's id of the message, or null
     * @param code the provider's error code, or null
     * @param retryAt when it is tried again or asked about, for {@code DEFERRED} and {@code IN_DOUBT}
     */
    record Outcome(
            DeliveryId deliveryId,
            Instant at,
            int attempt,
            Result result,
            @Nullable String providerId,
            @Nullable String code,
            @Nullable Instant retryAt)
            implements SendMark {}

    /** What came of one call. */
    enum Result {
        /** The provider has it. */
        @JsonProperty("accepted")
        ACCEPTED,
        /** The provider refused for good. */
        @JsonProperty("failed")
        FAILED,
        /** Surely not taken (429 and the like): try again later. */
        @JsonProperty("deferred")
        DEFERRED,
        /** No answer, or an answer that leaves it open (time-out, 5xx): ask before sending again. */
        @JsonProperty("in-doubt")
        IN_DOUBT,
        /** Not sent after all: withdrawn, expired, stopped. */
        @JsonProperty("suppressed")
        SUPPRESSED
    }
}
