package org.carillon.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.channel.push.browser.DemoBrowser;
import org.carillon.channel.push.browser.PushServer;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoHttp;
import org.carillon.schemas.topic.Json;

/** Browsers that subscribe to push, at a push service that the hub's death does not touch. */
final class Browsers implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final PushServer server = PushServer.start(vertx, 0);
    private final List<DemoBrowser> browsers = new ArrayList<>();

    void subscribe(DemoHttp http, DemoFile demo, String district, int count) {
        String key = http.get(demo.baseUrl() + "/push/v1/key", "").path("key").asText();
        for (int i = 0; i < count; i++) {
            DemoBrowser browser = server.browser(key);
            http.post(
                    demo.baseUrl() + "/push/v1/subscriptions",
                    "",
                    Map.of(
                            "subscription", browser.subscription(),
                            "languages", List.of("en"),
                            "areas", List.of(district),
                            "topics", List.of(),
                            "level", "severe",
                            "format", "standard",
                            "consent", true));
            browsers.add(browser);
        }
    }

    int count() {
        return browsers.size();
    }

    /** Who has got that alert, by number. */
    List<Integer> reached(String alertId) {
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < browsers.size(); i++) {
            if (browsers.get(i).received().stream()
                    .anyMatch(m -> id(m.payload()).equals(alertId))) {
                reached.add(i);
            }
        }
        return reached;
    }

    private static String id(String payload) {
        try {
            JsonNode tree = Json.mapper().readTree(payload);
            return tree.path("id").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        vertx.close().await();
    }
}
