package org.carillon.simulator.api;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.carillon.simulator.account.Account;
import org.jspecify.annotations.Nullable;

/** A request to send that Twilio would accept. */
record SendRequest(
        String from,
        String to,
        String body,
        @Nullable String statusCallback,
        @Nullable String messagingService) {
    private static final int LONGEST_BODY = 1600;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");

    /** Checks the form in Twilio's order; throws the first refusal. */
    static SendRequest parse(MultiMap form, Account account) {
        String to = recipient(form.get("To"));
        String service = emptyToNull(form.get("MessagingServiceSid"));
        String from = emptyToNull(form.get("From"));
        if (from == null && service == null) {
            throw TwilioError.NO_SENDER.thrown();
        }
        if (from != null && !from.equals(account.hubNumber())) {
            throw TwilioError.NOT_OUR_NUMBER.thrown();
        }
        if (service != null && !SERVICE.matcher(service).matches()) {
            throw TwilioError.BAD_SERVICE.thrown();
        }
        if (to.equals(account.hubNumber())) {
            throw TwilioError.SAME_NUMBER.thrown();
        }
        checkValidity(form.get("ValidityPeriod"));
        String callback = callback(emptyToNull(form.get("StatusCallback")));
        return new SendRequest(
                account.hubNumber(), to, body(form.get("Body")), callback, from == null ? service : null);
    }

    private static String recipient(@Nullable String to) {
        if (to == null || to.isBlank()) {
            throw TwilioError.NO_RECIPIENT.thrown();
        }
        if (!E164.matcher(to).matches()) {
            throw TwilioError.BAD_RECIPIENT.thrown();
        }
        return to;
    }

    private static String body(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw TwilioError.NO_BODY.thrown();
        }
        if (body.length() > LONGEST_BODY) {
            throw TwilioError.BODY_TOO_LONG.thrown();
        }
        return body;
    }

    private static @Nullable String callback(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            // java.net.URI gives no host when it has an underscore, which Twilio refuses, too.
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Refused below.
        }
        throw TwilioError.BAD_CALLBACK.thrown();
    }

    private static void checkValidity(@Nullable String seconds) {
        if (seconds != null
                && !seconds.isEmpty()
                && !seconds.matches("[1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36000")) {
            throw TwilioError.invalid("ValidityPeriod").thrown();
        }
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    @Override
    public String toString() {
        return "SendRequest[]";
    }
}
