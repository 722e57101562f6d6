package org.carillon.bench.fanout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.carillon.bench.broker.Clients;
import org.carillon.router.config.StreamsSettings;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Writes a population to the topic that feeds the index. */
public final class SubscriptionLoader {
    private static final int THREADS = 2;

    private SubscriptionLoader() {}

    /**
     * Writes all of it; each thread has its own partitions, so that their ordinals come in order. The router's group then counts
     * as having read it, as that of a hub has: Kafka Streams restores a source topic up to where its group has read, and would
     * otherwise say that it runs and take the rest as news. No router may run on that broker at the time.
     */
    public static void load(Clients clients, Population population) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Integer>> shares = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int share = i;
                shares.add(() -> write(clients, population, share));
            }
            for (Future<Integer> done : threads.invokeAll(shares)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the subscriptions cannot be written", e.getCause());
        }
        markRead(clients);
    }

    private static void markRead(Clients clients) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.AUDIENCE.name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
            admin.listOffsets(partitions)
                    .all()
                    .get()
                    .forEach((partition, end) -> read.put(partition, new OffsetAndMetadata(end.offset())));
            admin.alterConsumerGroupOffsets(StreamsSettings.APPLICATION_ID, read)
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the subscriptions cannot be marked as read", e.getCause());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    private static int write(Clients clients, Population population, int share) throws Exception {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        int written = 0;
        try (KafkaProducer<Integer, AudienceEntry> producer = clients.bulkProducer(
                Topics.AUDIENCE.keySerde().serializer(),
                Topics.AUDIENCE.valueSerde().serializer(),
                Map.of())) {
            for (int i = share; i < population.size(); i += THREADS) {
                producer.send(subscription(population, i), (metadata, e) -> failure.compareAndSet(null, e));
                written++;
            }
        }
        Exception met = failure.get();
        if (met != null) {
            throw met;
        }
        return written;
    }

    private static ProducerRecord<Integer, AudienceEntry> subscription(Population population, int i) {
        return new ProducerRecord<>(
                Topics.AUDIENCE.name(), Population.partition(i), Population.ordinal(i), population.entry(i));
    }
}
