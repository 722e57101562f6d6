package org.carillon.channel.web.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.channel.core.published.PublishedAlerts;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.topic.Topics;

/** The hub's alerts, renditions and CAP messages, read from their topics. */
public final class KafkaAlerts implements HubAlerts, AutoCloseable {
    private final Map<String, CapBytes> documents = new ConcurrentHashMap<>();
    private final PublishedAlerts published;

    /** Starts to read. */
    public KafkaAlerts(Map<String, String> kafka) {
        published = new PublishedAlerts(
                kafka,
                "web",
                plan -> plan.keep(Topics.CAP_DOCUMENTS, (id, document) -> {
                    if (document == null) {
                        documents.remove(id);
                    } else {
                        documents.put(id, CapBytes.of(document));
                    }
                }));
    }

    @Override
    public List<Alert> inForce(Instant at) {
        return published.inForce(at);
    }

    @Override
    public List<Alert> all() {
        return published.all();
    }

    @Override
    public Optional<Alert> find(AlertId id) {
        return published.find(id);
    }

    @Override
    public Optional<Rendition> rendition(Alert alert, String language, ContentFormat format) {
        return published.rendition(alert, language, format);
    }

    @Override
    public Optional<byte[]> document(AlertId id) {
        return Optional.ofNullable(documents.get(id.value())).map(CapBytes::toByteArray);
    }

    /** Waits until everything that stood in the topics at the start has been read; false where that takes longer. */
    public boolean awaitLoaded(Duration timeout) throws InterruptedException {
        return published.awaitLoaded(timeout);
    }

    /** Why it cannot answer now, or empty. */
    public Optional<String> notReady() {
        return published.notReady();
    }

    @Override
    public void close() {
        published.close();
    }
}
