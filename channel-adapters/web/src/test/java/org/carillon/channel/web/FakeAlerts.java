package org.carillon.channel.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.web.alerts.HubAlerts;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;

/** The hub's topics as a map; a document is made of the id. */
final class FakeAlerts implements HubAlerts {
    private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    private final Map<AlertId, List<Rendition>> articles = new LinkedHashMap<>();

    void put(Sample... samples) {
        for (Sample sample : samples) {
            alerts.put(sample.id(), sample.alert());
            articles.put(sample.id(), sample.articles());
        }
    }

    void clear() {
        alerts.clear();
        articles.clear();
    }

    void forgetArticles(AlertId id) {
        articles.remove(id);
    }

    static byte[] documentOf(AlertId id) {
        return ("<?xml version=\"1.0\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>" + id
                        + "</identifier></alert>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Alert> inForce(Instant at) {
        return alerts.values().stream()
                .filter(alert -> alert.inForce(at) && alert.content().channels().contains("web"))
                .toList();
    }

    @Override
    public List<Alert> all() {
        return List.copyOf(alerts.values());
    }

    @Override
    public Optional<Alert> find(AlertId id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public Optional<Rendition> rendition(Alert alert, String language, ContentFormat format) {
        return articles.getOrDefault(alert.id(), List.of()).stream()
                .filter(article -> article.language().equals(language) && article.format() == format)
                .findFirst();
    }

    @Override
    public Optional<byte[]> document(AlertId id) {
        return alerts.containsKey(id) ? Optional.of(documentOf(id)) : Optional.empty();
    }
}
