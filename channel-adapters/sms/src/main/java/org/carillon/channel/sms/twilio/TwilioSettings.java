package org.carillon.channel.sms.twilio;

import java.net.URI;
import java.time.Duration;

/**
 * The account at Twilio, or at what stands in for it.
 *
 * @param sender who the messages come from
 * @param baseUri where the API is, without a path: {@code https://api.twilio.com}
 * @param publicBase the hub as Twilio reaches it, without a slash at the end; status call-backs go there
 * @param timeout the longest that one call takes
 */
public record TwilioSettings(
        String accountSid, String authToken, From sender, URI baseUri, URI publicBase, Duration timeout) {

    /** Who a message comes from. */
    public sealed interface From {
        /** A number in E.164. */
        record OwnNumber(String e164) implements From {}

        /** A Messaging Service. */
        record Service(String sid) implements From {}
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TwilioSettings[" + accountSid + " at " + baseUri + "]";
    }
}
