package org.carillon.channel.push.send;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.header.TTL;
import com.zerodeplibs.webpush.header.Topic;
import com.zerodeplibs.webpush.header.Urgency;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.carillon.channel.core.Message;
import org.carillon.rendering.push.PushPayload;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.DeliveryTask;
import org.carillon.schemas.keys.PushContact;

/** One message as a push service takes it: encrypted for the browser (RFC 8291), with its headers (RFC 8030). */
record PushRequest(EncryptedPushMessage body, long ttl, String urgency, String topic) {
    /** Four weeks, the least that any of the large services takes. */
    private static final long LONGEST_TTL = Duration.ofDays(28).toSeconds();

    private static final int TOPIC_BYTES = 16;

    /**
     * Encrypts it; a new key and salt each time.
     *
     * @throws RuntimeException where the browser's key is none; the message could quote it
     */
    static PushRequest of(Message message, PushContact contact, Instant now) {
        // One of its own for each: it keeps a Mac, and shared between threads makes messages that no browser can open.
        EncryptedPushMessage body = MessageEncryptions.of()
                .encrypt(
                        UserAgentMessageEncryptionKeyInfo.of(contact.publicKey(), contact.authSecret()),
                        PushMessage.of(message.body().getBytes(StandardCharsets.UTF_8)));
        long left = Duration.between(now, message.expires()).toSeconds();
        return new PushRequest(body, Math.clamp(left, 1, LONGEST_TTL), urgency(message.task()), topic(message));
    }

    HttpRequest to(URI endpoint, String authorization) {
        return HttpRequest.newBuilder(endpoint)
                .version(plain(endpoint) ? Version.HTTP_1_1 : Version.HTTP_2)
                .header(TTL.HEADER_NAME, Long.toString(ttl))
                .header(Urgency.HEADER_NAME, urgency)
                .header(Topic.HEADER_NAME, topic)
                .header("Authorization", authorization)
                .header("Content-Encoding", body.contentEncoding())
                .header("Content-Type", body.mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toBytes()))
                .build();
    }

    /** Without TLS the client would ask for an upgrade with each message. */
    private static boolean plain(URI endpoint) {
        return "http".equalsIgnoreCase(endpoint.getScheme());
    }

    private static String urgency(DeliveryTask task) {
        return task instanceof DeliveryTask.OfAlert alert && alert.lane() == Lane.URGENT
                ? Urgency.high()
                : Urgency.normal();
    }

    /**
     * What replaces what: the payload's tag, so that an update takes the place of an alert that still waits at the service, and a
     * message sent twice is one. Hashed because some services take letters and digits only.
     */
    private static String topic(Message message) {
        String tag = PushPayload.parse(message.body())
                .map(PushPayload::tag)
                .orElseGet(() -> message.id().path());
        return Topic.ensure(hash(tag, TOPIC_BYTES));
    }

    static String hash(String text, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
