package org.carillon.hub.demo;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Readers of the web pages and feeds. */
final class WebSide implements ChannelSide {
    private final DemoHttp http;
    private final String baseUrl;
    private final List<String> languages;
    private final Narrator narrator;
    private final List<Map<String, Object>> delivered = new ArrayList<>();

    WebSide(DemoHttp http, String baseUrl, List<String> languages, Narrator narrator) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.languages = List.copyOf(languages);
        this.narrator = narrator;
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public void hear(Told told) {
        for (String language : languages) {
            String url = baseUrl + '/' + language + "/alerts/" + told.id();
            String article = told.shown(name(), language).body();
            Waiting.until(told.what() + " on the web in " + language, () -> {
                HttpResponse<String> page = http.page(url);
                return page.statusCode() == 200 && page.body().contains(article);
            });
            delivered.add(Map.of("url", url, "lang", language));
            narrator.say("  on the web: " + url);
        }
        String feed = baseUrl + "/feed/cap.atom";
        Waiting.until(told.what() + " in the feed", () -> http.page(feed).body().contains(told.id()));
        String replaced = told.replaces();
        if (replaced != null) {
            String old = baseUrl + '/' + languages.getFirst() + "/alerts/" + replaced;
            Waiting.until(
                    "The end of what " + told.what() + " replaces",
                    () -> http.page(old).statusCode() == 410
                            && !http.page(feed).body().contains(replaced));
            narrator.say("  what it replaces is gone from pages and feeds: " + old);
        }
    }

    @Override
    public List<Map<String, Object>> delivered() {
        return List.copyOf(delivered);
    }
}
