package org.carillon.channel.core.published;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.TopicReader;
import org.jspecify.annotations.Nullable;

/**
 * The alerts and what one channel says of them, as the topics now stand. Whether an alert is in force is asked with the moment of the
 * question, so that an expired one is gone in its second and not when somebody has swept. Safe for threads.
 */
public final class PublishedAlerts implements AutoCloseable {
    private static final Comparator<Alert> GRAVEST_FIRST = Comparator.comparingInt(
                    (Alert alert) -> -alert.content().severity().rank())
            .thenComparing(alert -> alert.content().sent(), Comparator.reverseOrder())
            .thenComparing(Alert::id);

    private final String channel;
    private final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();
    private final Map<String, Rendition> renditions = new ConcurrentHashMap<>();
    private final TopicReader reader;

    /**
     * Starts to read.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param channel whose renditions are wanted
     * @param more further topics that the channel keeps itself; {@code isLoaded} speaks of all of them
     */
    public PublishedAlerts(Map<String, String> kafka, String channel, Further more) {
        this.channel = channel;
        TopicReader.Plan plan = new TopicReader.Plan()
                .keep(Topics.ALERTS, (key, alert) -> put(alerts, new AlertId(key), alert))
                .keep(Topics.RENDITIONS, (key, rendition) -> {
                    if (rendition == null || rendition.channel().equals(channel)) {
                        put(renditions, key, rendition);
                    }
                });
        more.addTo(plan);
        reader = plan.start(kafka, channel + "-view");
    }

    /** Adds what a channel reads beside alerts and renditions, by {@link TopicReader.Plan#keep(Topic, TopicReader.Keeper)}. */
    @FunctionalInterface
    public interface Further {
        void addTo(TopicReader.Plan plan);
    }

    /** What residents should act on at that moment and this channel tells, the gravest first, then the newest. */
    public List<Alert> inForce(Instant at) {
        return alerts.values().stream()
                .filter(alert -> alert.inForce(at) && alert.content().channels().contains(channel))
                .sorted(GRAVEST_FIRST)
                .toList();
    }

    /** An alert in whatever state; whether residents may see it is the caller's question. */
    public Optional<Alert> find(AlertId id) {
        return Optional.ofNullable(alerts.get(id));
    }

    /** Every alert in whatever state, in no order; what of it residents may see is the caller's question. */
    public List<Alert> all() {
        return List.copyOf(alerts.values());
    }

    /** What the channel says of an alert, as it was frozen at approval; empty where it has no such language or format. */
    public Optional<Rendition> rendition(Alert alert, String language, ContentFormat format) {
        return Optional.ofNullable(
                renditions.get(new RenditionKey(alert.id(), alert.version(), channel, language, format).path()));
    }

    /** Waits until everything that stood in the topics at the start has been read; false where that takes longer. */
    public boolean awaitLoaded(Duration timeout) throws InterruptedException {
        return reader.awaitLoaded(timeout);
    }

    /** Why it cannot answer now, or empty. */
    public Optional<String> notReady() {
        return reader.isLoaded() ? Optional.empty() : Optional.of("reading what the topics hold");
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
