package org.carillon.channel.web.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.LogKey;
import org.carillon.schemas.view.TopicReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log in its topic. Hashes and offsets lie in memory; entries are fetched when somebody asks for them. */
public final class KafkaLog implements PublicLog, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaLog.class);
    private static final TopicPartition LOG = new TopicPartition(Topics.TRANSPARENCY_LOG.name(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_BYTES = 512 * 1024;
    private static final int FIRST = 1024;

    private final LogKey key;
    private final LogView view;
    private final TopicReader reader;
    private final KafkaConsumer<byte[], byte[]> pages;
    private final ReentrantLock onePage = new ReentrantLock();
    /** Of each entry; written by the reading thread before the view knows the entry. */
    private volatile long[] offsets = new long[FIRST];

    /** Starts to read. */
    public KafkaLog(Map<String, String> kafka, LogKey key) {
        this.key = key;
        view = new LogView(key);
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        pages = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        pages.assign(List.of(LOG));
        reader = new TopicReader.Plan()
                .keepRecords(Topics.TRANSPARENCY_LOG, this::keep)
                .start(kafka, "transparency-view");
    }

    @Override
    public LogKey key() {
        return key;
    }

    @Override
    public Optional<LogView> view() {
        return reader.isLoaded() ? Optional.of(view) : Optional.empty();
    }

    @Override
    public List<byte[]> entries(long from, int most) {
        int wanted = Math.toIntExact(Math.min(most, view.tree().size() - from));
        onePage.lock();
        try {
            return fetch(from, wanted);
        } catch (KafkaException e) {
            LOGGER.atWarn().addKeyValue("cause", e.toString()).log("the public log cannot be read just now");
            return List.of();
        } finally {
            onePage.unlock();
        }
    }

    private List<byte[]> fetch(long from, int wanted) {
        List<byte[]> page = new ArrayList<>();
        int bytes = 0;
        pages.seek(LOG, offsets[Math.toIntExact(from)]);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (page.size() < wanted && bytes < MOST_BYTES && System.nanoTime() - end < 0) {
            for (ConsumerRecord<byte[], byte[]> record : pages.poll(POLL)) {
                if (page.size() == wanted || bytes >= MOST_BYTES) {
                    break;
                }
                if (!TreeHash.leaf(record.value()).equals(view.tree().leaf(from + page.size()))) {
                    LOGGER.atError().addKeyValue("index", from + page.size()).log("an entry is not what it was");
                    return page;
                }
                page.add(record.value());
                bytes += record.value().length;
            }
        }
        return page;
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        Header head = record.headers().lastHeader(LogEntry.HEAD);
        if (head == null || record.value() == null) {
            throw new IllegalArgumentException("a record of the public log has no head");
        }
        int index = Math.toIntExact(view.tree().size());
        if (index == offsets.length) {
            offsets = Arrays.copyOf(offsets, index * 2);
        }
        offsets[index] = record.offset();
        view.add(
                new String(record.key(), StandardCharsets.UTF_8),
                record.value(),
                new String(head.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        reader.close();
        onePage.lock();
        try {
            pages.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        } finally {
            onePage.unlock();
        }
    }
}
