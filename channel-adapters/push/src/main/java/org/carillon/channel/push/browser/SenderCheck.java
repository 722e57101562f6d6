package org.carillon.channel.push.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a push service looks at before it takes a message: RFC 8030 headers, and who sends (RFC 8292). */
final class SenderCheck {
    private static final Pattern VAPID = Pattern.compile("vapid t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+), ?k=([\\w-]+)");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Set<String> URGENCIES = Set.of("very-low", "low", "normal", "high");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LARGEST = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String origin;
    private final Clock clock;
    private volatile Known known = new Known("", "", Instant.MIN);

    SenderCheck(String origin, Clock clock) {
        this.origin = origin;
        this.clock = clock;
    }

    /** The status of a refusal, and why. */
    record Refusal(int status, String reason) {}

    /** Why the message is not taken, or empty. */
    Optional<Refusal> refusal(MultiMap headers, int length, String senderKey) {
        if (!String.valueOf(headers.get("TTL")).matches("\\d{1,7}")) {
            return refused(400, "TTL is missing or no number");
        }
        String topic = headers.get("Topic");
        if (topic != null && !TOPIC.matcher(topic).matches()) {
            return refused(400, "Topic is not 1 to 32 letters and digits");
        }
        String urgency = headers.get("Urgency");
        if (urgency != null && !URGENCIES.contains(urgency)) {
            return refused(400, "Urgency is unknown");
        }
        if (!"aes128gcm".equals(headers.get("Content-Encoding"))) {
            return refused(400, "Content-Encoding is not aes128gcm");
        }
        if (length > LARGEST) {
            return refused(413, "the body is too large");
        }
        return identified(String.valueOf(headers.get("Authorization")), senderKey);
    }

    /** A token serves many messages: it is read once, and then only its time and key are looked at. */
    private Optional<Refusal> identified(String authorization, String senderKey) {
        Known before = known;
        if (before.authorization.equals(authorization)
                && before.senderKey.equals(senderKey)
                && clock.instant().isBefore(before.until)) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = read(authorization, senderKey);
        if (refusal.isEmpty()) {
            known = new Known(authorization, senderKey, clock.instant().plusSeconds(60));
        }
        return refusal;
    }

    private record Known(String authorization, String senderKey, Instant until) {}

    private Optional<Refusal> read(String authorization, String senderKey) {
        Matcher vapid = VAPID.matcher(authorization);
        if (!vapid.matches()) {
            return refused(401, "Authorization is not vapid");
        }
        if (!vapid.group(4).equals(senderKey)) {
            return refused(403, "this browser subscribed to another sender");
        }
        try {
            if (!isSigned(vapid) || !header(vapid).path("alg").asText().equals("ES256")) {
                return refused(401, "the signature does not fit");
            }
            return claims(JSON.readTree(decode(vapid.group(2))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return refused(401, "the token cannot be read");
        }
    }

    private static boolean isSigned(Matcher vapid) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(BrowserKeys.publicKey(decode(vapid.group(4))));
        signature.update((vapid.group(1) + '.' + vapid.group(2)).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(decode(vapid.group(3)));
    }

    private static JsonNode header(Matcher vapid) throws IOException {
        return JSON.readTree(decode(vapid.group(1)));
    }

    private Optional<Refusal> claims(JsonNode claims) {
        Instant now = clock.instant();
        Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
        if (!claims.path("aud").asText().equals(origin)) {
            return refused(401, "the token is for another push service");
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            return refused(401, "the token has expired or lasts too long");
        }
        return claims.path("sub").asText().matches("(mailto:.+@|https://).+")
                ? Optional.empty()
                : refused(401, "the token names nobody to ask");
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static Optional<Refusal> refused(int status, String reason) {
        return Optional.of(new Refusal(status, reason));
    }
}
