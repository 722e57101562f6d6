package org.carillon.simulator.api;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.carillon.simulator.message.Kept;
import org.carillon.simulator.message.Message;
import org.carillon.simulator.message.Standing;
import org.carillon.simulator.message.Status;
import org.jspecify.annotations.Nullable;

/** The Message resource of Twilio's API description, {@code api.v2010.account.message}. */
final class MessageJson {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss +0000", Locale.US)
            .withZone(ZoneOffset.UTC);

    private MessageJson() {}

    static JsonObject of(Kept kept, String accountSid) {
        Message message = kept.message();
        Standing standing = kept.standing();
        boolean unassigned = standing.status() == Status.ACCEPTED;
        String uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + message.sid();
        return new JsonObject()
                .put("account_sid", accountSid)
                .put("api_version", "2010-04-01")
                .put("body", standing.copy() == Standing.Copy.WHOLE ? message.body() : "")
                .put("date_created", date(message.at()))
                .put("date_sent", date(standing.sentAt()))
                .put("date_updated", date(standing.updatedAt()))
                .put("direction", message.direction().wireName())
                .put("error_code", standing.errorCode())
                .put("error_message", errorMessage(standing.errorCode()))
                .put("from", unassigned ? null : message.from())
                .put("messaging_service_sid", message.messagingService())
                .put("num_media", "0")
                .put("num_segments", unassigned ? "0" : Integer.toString(message.parts()))
                .putNull("price")
                .put("price_unit", "USD")
                .put("sid", message.sid())
                .put("status", standing.status().wireName())
                .put(
                        "subresource_uris",
                        new JsonObject().put("media", uri + "/Media.json").put("feedback", uri + "/Feedback.json"))
                .put("to", message.to())
                .put("uri", uri + ".json");
    }

    private static @Nullable String date(@Nullable Instant at) {
        return at == null ? null : RFC_2822.format(at);
    }

    private static @Nullable String errorMessage(@Nullable Integer code) {
        if (code == null) {
            return null;
        }
        return code == 30003 ? "Unreachable destination handset" : "Error " + code;
    }
}
