package org.carillon.ingest.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the edge answers from: alerts, their history and reach, and the accounts, as the compacted topics say. One thread reads;
 * every method may be called from any.
 */
public final class HubViews implements AlertViews, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(HubViews.class);

    private final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();
    private final Map<AlertId, List<HistoryEntry>> history = new ConcurrentHashMap<>();
    private final Map<AlertId, Reach> reach = new ConcurrentHashMap<>();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Rendition> renditions = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<byte[], byte @Nullable []>> readers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Object change = new Object();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean broken;

    public HubViews(KafkaSettings kafka) {
        readers = Map.of(
                Topics.ALERTS.name(), map(Topics.ALERTS, alerts, AlertId::new),
                Topics.REACH.name(), map(Topics.REACH, reach, AlertId::new),
                Topics.ACCOUNTS.name(), map(Topics.ACCOUNTS, accounts, Function.identity()),
                Topics.RENDITIONS.name(), map(Topics.RENDITIONS, renditions, Function.identity()),
                Topics.ALERT_HISTORY.name(), this::readHistory);
        consumer = kafka.bytesConsumer();
        List<TopicPartition> partitions =
                List.of(Topics.ALERTS, Topics.REACH, Topics.ACCOUNTS, Topics.RENDITIONS, Topics.ALERT_HISTORY).stream()
                        .flatMap(topic -> kafka.partitions(topic).stream())
                        .toList();
        thread = Thread.ofPlatform().name("ingest-views").start(() -> run(partitions));
    }

    @Override
    public Optional<Alert> alert(AlertId id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public Collection<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    @Override
    public List<HistoryEntry> history(AlertId id) {
        return history.getOrDefault(id, List.of());
    }

    @Override
    public Optional<Reach> reach(AlertId id) {
        return Optional.ofNullable(reach.get(id));
    }

    public Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public List<Rendition> renditions(AlertId id, int version) {
        String prefix = id + "/" + version + '/';
        return renditions.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Waits until everything that stood in the topics at the start has been read. */
    public boolean awaitLoaded(Duration timeout) throws InterruptedException {
        return loaded.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether all that stood in the topics has been read, and reading goes on. */
    public boolean isLoaded() {
        return loaded.getCount() == 0 && !broken;
    }

    /**
     * Waits until the view shows at least what a decision said, so that whoever was answered can read it back at once. Gives
     * up silently after a second: the decision stands in any case.
     */
    @Override
    public void awaitShown(Alert decided) {
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        synchronized (change) {
            while (!shows(decided)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                try {
                    change.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private boolean shows(Alert decided) {
        Alert shown = alerts.get(decided.id());
        return shown != null
                && (shown.equals(decided)
                        || shown.version() > decided.version()
                        || decided.state().next().contains(shown.state()));
    }

    private void run(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> goal = Map.of();
        boolean assigned = false;
        while (!closed) {
            try {
                if (!assigned) {
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                    goal = consumer.endOffsets(partitions);
                    assigned = true;
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Objects.requireNonNull(readers.get(record.topic())).accept(record.key(), record.value());
                }
                if (loaded.getCount() > 0
                        && goal.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
                    loaded.countDown();
                }
            } catch (WakeupException e) {
                // close() asked for it
            } catch (SerializationException | IllegalArgumentException e) {
                // A view with a hole in it is not shown: the part is not ready until somebody has looked. The message
                // could
                // quote the record.
                broken = true;
                LOGGER.atError()
                        .addKeyValue("failure", e.getClass().getName())
                        .log("a record cannot be read: the views end here");
                break;
            } catch (KafkaException e) {
                LOGGER.atWarn().addKeyValue("cause", e.toString()).log("views cannot be read just now");
            }
        }
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private <K, V> BiConsumer<byte[], byte @Nullable []> map(
            Topic<String, V> topic, Map<K, V> target, Function<String, K> key) {
        return (rawKey, rawValue) -> {
            K k = key.apply(new String(rawKey, StandardCharsets.UTF_8));
            V value =
                    rawValue == null ? null : topic.valueSerde().deserializer().deserialize(topic.name(), rawValue);
            synchronized (change) {
                if (value == null) {
                    target.remove(k);
                } else {
                    target.put(k, value);
                }
                change.notifyAll();
            }
        };
    }

    private void readHistory(byte[] rawKey, byte @Nullable [] rawValue) {
        if (rawValue != null) {
            HistoryEntry entry =
                    Topics.ALERT_HISTORY.valueSerde().deserializer().deserialize(Topics.ALERT_HISTORY.name(), rawValue);
            history.merge(
                    entry.alertId(),
                    List.of(entry),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
