package org.carillon.channel.push.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** A browser that has subscribed at a {@link PushServer}: it opens what comes and shows the newest of each tag. Safe for threads. */
public final class DemoBrowser {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;
    private final String senderKey;
    private final BrowserKeys keys = new BrowserKeys();
    private final Queue<Sealed> sealed = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final List<PushMessage> received = new ArrayList<>();
    private final Map<String, JsonNode> shown = new LinkedHashMap<>();
    private int duplicates;
    private int unreadable;

    DemoBrowser(URI endpoint, String senderKey) {
        this.endpoint = endpoint;
        this.senderKey = senderKey;
    }

    /**
     * A message that came, opened.
     *
     * @param payload the text that was encrypted
     */
    public record PushMessage(String topic, String urgency, int ttl, String payload) {
        /** Without the text. */
        @Override
        public String toString() {
            return "PushMessage[" + topic + ", " + urgency + ", ttl=" + ttl + "]";
        }
    }

    /** What a page hands to its server: {@code {"endpoint", "keys": {"p256dh", "auth"}}} (W3C Push API, toJSON). */
    public ObjectNode subscription() {
        ObjectNode subscription = JSON.createObjectNode().put("endpoint", endpoint.toString());
        subscription.putObject("keys").put("p256dh", keys.p256dh()).put("auth", keys.auth());
        return subscription;
    }

    /** Everything that came and could be opened, repeats included, in the order of arrival. */
    public synchronized List<PushMessage> received() {
        open();
        return List.copyOf(received);
    }

    /** The payloads on the screen, of each tag the newest. */
    public synchronized List<JsonNode> shown() {
        open();
        return List.copyOf(shown.values());
    }

    /** Messages that had come already, by alert and tag. */
    public synchronized int duplicates() {
        open();
        return duplicates;
    }

    /** Messages that could not be opened or are no payload. */
    public synchronized int unreadable() {
        open();
        return unreadable;
    }

    String senderKey() {
        return senderKey;
    }

    /** Opened when somebody looks: the push service has other callers to serve. */
    synchronized void take(byte[] body, String topic, String urgency, int ttl) {
        sealed.add(new Sealed(Buffer.buffer(body), topic, urgency, ttl));
    }

    private void open() {
        for (Sealed message = sealed.poll(); message != null; message = sealed.poll()) {
            try {
                String payload = new String(keys.open(message.body().getBytes()), StandardCharsets.UTF_8);
                show(JSON.readTree(payload));
                received.add(new PushMessage(message.topic(), message.urgency(), message.ttl(), payload));
            } catch (GeneralSecurityException | JsonProcessingException | RuntimeException e) {
                unreadable++;
            }
        }
    }

    private void show(JsonNode payload) {
        String id = payload.path("id").asText();
        String tag = payload.path("tag").asText();
        if (!known.add(tag + ' ' + id)) {
            duplicates++;
        }
        shown.put(tag, payload);
    }

    private record Sealed(Buffer body, String topic, String urgency, int ttl) {}
}
