package org.carillon.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.channel.push.browser.DemoBrowser;
import org.carillon.channel.push.browser.PushServer;
import org.jspecify.annotations.Nullable;

/** One browser, and the push service between it and the hub; it decrypts what comes as a browser does. */
final class PushSide implements ChannelSide, AutoCloseable {
    private final DemoHttp http;
    private final String baseUrl;
    private final String district;
    private final String language;
    private final Narrator narrator;
    private final Vertx vertx = Vertx.vertx();
    private final PushServer server;
    private final List<Map<String, Object>> delivered = new ArrayList<>();
    private @Nullable Subscribed subscribed;

    /** The browser, and by what it manages its subscription. */
    private record Subscribed(DemoBrowser browser, String id, String manageToken) {}

    PushSide(DemoHttp http, String baseUrl, PushAddress address, String district, String language, Narrator narrator) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.district = district;
        this.language = language;
        this.narrator = narrator;
        this.server = PushServer.start(vertx, address.bind(), address.port(), address.host());
    }

    @Override
    public String name() {
        return "push";
    }

    void subscribe() {
        if (http.page(baseUrl + "/push/v1/key").statusCode() == 404) {
            throw new StoryException(
                    "there is no /push/v1: is the channel switched off in the configuration (channels)?");
        }
        String key = http.get(baseUrl + "/push/v1/key", "").path("key").asText();
        DemoBrowser browser = server.browser(key);
        JsonNode answer = http.post(
                baseUrl + "/push/v1/subscriptions",
                "",
                Map.of(
                        "subscription", browser.subscription(),
                        "languages", List.of(language),
                        "areas", List.of(district),
                        "topics", List.of("water"),
                        "level", "severe",
                        "format", "standard",
                        "consent", true));
        subscribed = new Subscribed(
                browser, answer.path("id").asText(), answer.path("manageToken").asText());
        narrator.say("  the browser is subscribed; its address is kept encrypted");
    }

    @Override
    public void hear(Told told) {
        Subscribed here = subscribed();
        int before = delivered.size();
        Waiting.until(
                told.what() + " in the browser", () -> here.browser().received().size() > before);
        String payload = here.browser().received().get(before).payload();
        if (!payload.equals(told.shown(name(), language).body())) {
            throw new StoryException("the browser did not get what the preview showed");
        }
        delivered.add(Map.of("id", told.id(), "lang", language, "payload", payload));
        narrator.quote("the browser shows (push, " + language + ")", payload);
        if (!server.complaints().isEmpty()) {
            throw new StoryException("the push service complains: " + server.complaints());
        }
    }

    void erase() {
        Subscribed here = subscribed();
        String url = baseUrl + "/push/v1/subscriptions/" + here.id();
        http.delete(url, here.manageToken());
        narrator.say("  the browser erases its subscription: nothing of it is kept");
    }

    private Subscribed subscribed() {
        Subscribed here = subscribed;
        if (here == null) {
            throw new StoryException("the browser could not subscribe");
        }
        return here;
    }

    @Override
    public List<Map<String, Object>> delivered() {
        return List.copyOf(delivered);
    }

    @Override
    public void close() {
        server.close();
        vertx.close().await();
    }
}
