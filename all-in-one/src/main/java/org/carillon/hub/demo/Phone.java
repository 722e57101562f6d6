package org.carillon.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A phone at the simulator: texts the hub and waits for what comes back. */
public final class Phone {
    private final DemoHttp http;
    private final String messages;
    private int seen;

    /** The phone as it is now: what it has received already is not waited for. */
    public Phone(DemoHttp http, String simulatorUrl, String number) {
        this.http = http;
        this.messages = simulatorUrl + "/simulator/phones/" + number + "/messages";
        this.seen = received().size();
    }

    /** One message that the hub sent. */
    public record Received(String body, int parts, String encoding) {}

    /** Texts the hub. */
    public void text(String body) {
        http.post(messages, "", Map.of("body", body));
    }

    /**
     * Waits for the next message from the hub.
     *
     * @param what for the failure's text
     * @throws StoryException when it does not come
     */
    public Received next(String what) {
        Waiting.until(what, () -> received().size() > seen);
        return received().get(seen++);
    }

    /** Everything that the hub ever sent to it, oldest first. */
    public List<Received> received() {
        List<Received> received = new ArrayList<>();
        for (JsonNode message : http.get(messages, "")) {
            if (message.path("direction").asText().startsWith("outbound")) {
                received.add(new Received(
                        message.path("body").asText(),
                        message.path("parts").asInt(),
                        message.path("encoding").asText()));
            }
        }
        return received;
    }
}
