package org.carillon.ingest.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.TopicReader;
import org.jspecify.annotations.Nullable;

/** Feeds, their states and items in compacted topics. */
public final class KafkaFeeds implements FeedStore, AutoCloseable {
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();
    private final Map<String, FeedItem> items = new ConcurrentHashMap<>();
    private final KafkaProducer<String, byte[]> producer;
    private final TopicReader reader;

    /**
     * Starts to read.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     */
    public KafkaFeeds(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "3000");
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "3000");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "4000");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        reader = new TopicReader.Plan()
                .keep(Topics.FEEDS, (name, feed) -> put(feeds, name, feed))
                .keep(Topics.FEED_STATES, (name, state) -> put(states, name, state))
                .keep(Topics.FEED_ITEMS, (key, item) -> put(items, key, item == null ? null : item.withoutOriginal()))
                .start(kafka, "ingest-feeds");
    }

    @Override
    public Collection<Feed> feeds() {
        return feeds.values().stream().sorted(Comparator.comparing(Feed::name)).toList();
    }

    @Override
    public Optional<FeedState> state(String feed) {
        return Optional.ofNullable(states.get(feed));
    }

    @Override
    public Optional<FeedItem> item(String feed, String item) {
        return Optional.ofNullable(items.get(FeedItem.key(feed, item)));
    }

    @Override
    public List<FeedItem> items(String feed) {
        return items.values().stream()
                .filter(item -> item.feed().equals(feed))
                .sorted(Comparator.comparing(FeedItem::at).reversed())
                .toList();
    }

    @Override
    public void keep(Feed feed) {
        send(Topics.FEEDS, feed.name(), feed);
        feeds.put(feed.name(), feed);
    }

    @Override
    public void keep(FeedState state) {
        send(Topics.FEED_STATES, state.feed(), state);
        states.put(state.feed(), state);
    }

    @Override
    public void keep(FeedItem item) {
        String key = FeedItem.key(item.feed(), item.item());
        send(Topics.FEED_ITEMS, key, item);
        items.put(key, item.withoutOriginal());
    }

    /** Whether all that stood in the topics has been read. */
    public boolean isLoaded() {
        return reader.isLoaded();
    }

    /** Waits until all that stood in the topics has been read; false where that takes longer. */
    public boolean awaitLoaded(Duration timeout) throws InterruptedException {
        return reader.awaitLoaded(timeout);
    }

    private <V> void send(Topic<String, V> topic, String key, V value) {
        try {
            byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
            producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
        } catch (ExecutionException | KafkaException e) {
            throw ProblemException.unavailable("Kafka did not acknowledge it. Send the same again in a few seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The hub is stopping. Send the same again in a few seconds.");
        }
    }

    private static <V> void put(Map<String, V> map, String key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    @Override
    public void close() {
        reader.close();
        producer.close(Duration.ofSeconds(2));
    }
}
