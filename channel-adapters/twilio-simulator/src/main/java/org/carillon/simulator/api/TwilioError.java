package org.carillon.simulator.api;

import io.vertx.core.json.JsonObject;

/** A refusal as Twilio words it: HTTP status, its own code, a sentence. */
record TwilioError(int status, int code, String message) {
    static final TwilioError UNAUTHENTICATED = new TwilioError(401, 20003, "Authenticate");
    static final TwilioError TOO_MANY_REQUESTS = new TwilioError(429, 20429, "Too Many Requests");
    static final TwilioError INTERNAL = new TwilioError(500, 20500, "Internal Server Error");
    static final TwilioError UNAVAILABLE = new TwilioError(503, 20503, "Service Unavailable");
    static final TwilioError IN_PROGRESS =
            new TwilioError(409, 20009, "Cannot delete this resource before it is complete.");
    static final TwilioError NO_RECIPIENT = bad(21604, "A 'To' phone number is required.");
    static final TwilioError NO_SENDER = bad(21603, "A 'From' phone number is required.");
    static final TwilioError NO_BODY = bad(21602, "Message body is required.");
    static final TwilioError BODY_TOO_LONG =
            bad(21617, "The concatenated message body exceeds the 1600 character limit.");
    static final TwilioError BAD_RECIPIENT = bad(21211, "The 'To' number is not a valid phone number.");
    static final TwilioError SAME_NUMBER = bad(21266, "'To' and 'From' number cannot be the same.");
    static final TwilioError NOT_OUR_NUMBER = bad(
            21606, "The 'From' phone number provided is not a valid message-capable phone number for this account.");
    static final TwilioError BAD_SERVICE = bad(21705, "The Messaging Service Sid is invalid.");
    static final TwilioError BAD_CALLBACK = bad(21609, "The 'StatusCallback' URL is not a valid URL.");
    static final TwilioError OPTED_OUT = bad(21610, "Attempt to send to unsubscribed recipient.");

    /** A parameter whose value is of the wrong kind. */
    static TwilioError invalid(String parameter) {
        return bad(20001, "Invalid parameter: " + parameter);
    }

    static TwilioError notFound(String path) {
        return new TwilioError(404, 20404, "The requested resource " + path + " was not found");
    }

    private static TwilioError bad(int code, String message) {
        return new TwilioError(400, code, message);
    }

    JsonObject json() {
        return new JsonObject()
                .put("code", code)
                .put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
    }

    /** Thrown where a request is found wanting; answered by the router's failure handler. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient TwilioError error;

        Refused(TwilioError error) {
            super("Twilio error " + error.code(), null, false, false);
            this.error = error;
        }

        TwilioError error() {
            return error;
        }
    }

    Refused thrown() {
        return new Refused(this);
    }
}
