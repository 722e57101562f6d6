package org.carillon.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.bench.fanout.CityCrowd;
import org.carillon.bench.hub.DemoCity;
import org.carillon.bench.hub.HubProcess;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryBatchCodec;
import org.carillon.schemas.topic.Topics;

/**
 * The whole hub as users start it, with real residents in one district and a crowd in the others: from the moment at which
 * the second officer's approval is sent to the moment at which the last batch can be read by the SMS channel.
 */
public final class ApprovalBench implements AutoCloseable {
    private static final String DISTRICT = "D03";
    private static final int DISTRICT_POSITION = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HubProcess hub;
    private final DemoCity city;
    private final KafkaConsumer<String, byte[]> batches;
    private final int residents;
    private final Random pauses = new Random(5);
    private int missed;
    private int doubled;

    private ApprovalBench(HubProcess hub, Clients clients, int residents) {
        this.hub = hub;
        this.residents = residents;
        this.city = DemoCity.of(hub);
        this.batches = clients.committedReader(new StringDeserializer(), Map.of());
    }

    /** Starts the hub in that folder, lets the residents join and the crowd come. */
    public static ApprovalBench start(Path folder, int port, int residents, int crowd)
            throws IOException, InterruptedException {
        int kafkaPort = freePort();
        HubProcess hub = new HubProcess(folder, port, Map.of("CARILLON_KAFKA_PORT", Integer.toString(kafkaPort)));
        hub.start();
        Clients clients = new Clients("127.0.0.1:" + kafkaPort);
        ApprovalBench bench = new ApprovalBench(hub, clients, residents);
        bench.city.join(
                DISTRICT,
                IntStream.range(0, residents)
                        .mapToObj(i -> String.format(Locale.ROOT, "+1500556%04d", i))
                        .toList());
        CityCrowd.load(clients, crowd, DISTRICT_POSITION);
        bench.standAtEnd();
        return bench;
    }

    /** Milliseconds of that many approvals. */
    public List<Double> round(int count) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode alert = city.submit(DISTRICT);
            TimeUnit.MILLISECONDS.sleep(20 + pauses.nextInt(80));
            millis.add(approve(alert));
            String id = alert.path("id").asText();
            until(() -> {
                JsonNode sms = city.reach(id).path("channels").path("sms");
                return sms.path("audience").asInt() == residents
                        && sms.path("queued").asInt() == 0;
            });
        }
        return millis;
    }

    /** Residents who were in no batch of an alert, over all alerts. */
    public int missed() {
        return missed;
    }

    /** Residents who were in two. */
    public int doubled() {
        return doubled;
    }

    private double approve(JsonNode alert) {
        AlertId id = new AlertId(alert.path("id").asText());
        long start = System.nanoTime();
        Thread approving = Thread.ofVirtual().start(() -> city.approve(alert));
        Map<String, Integer> got = new HashMap<>();
        while (got.size() < residents) {
            for (ConsumerRecord<String, byte[]> record : batches.poll(Duration.ofMillis(100))) {
                if (BatchId.parse(record.key()).alertId().equals(id)) {
                    count(record, got);
                }
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                missed += residents - got.size();
                break;
            }
        }
        double millis = (System.nanoTime() - start) / 1e6;
        join(approving);
        doubled += (int) got.values().stream().filter(times -> times > 1).count();
        return millis;
    }

    private static void count(ConsumerRecord<String, byte[]> record, Map<String, Integer> got) {
        DeliveryBatch batch = DeliveryBatchCodec.decode(record.value());
        Set<Integer> ordinals = new HashSet<>();
        batch.entries().forEach(entry -> ordinals.add(entry.ordinal()));
        ordinals.forEach(ordinal -> got.merge(record.partition() + ":" + ordinal, 1, Integer::sum));
    }

    private void standAtEnd() {
        List<TopicPartition> partitions = IntStream.range(0, Topics.AUDIENCE_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.SMS_URGENT.name(), partition))
                .toList();
        batches.assign(partitions);
        batches.seekToEnd(partitions);
        partitions.forEach(batches::position);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOutException("interrupted");
        }
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new TimedOutException("an alert's messages were not handed over in " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        batches.close();
        city.close();
        hub.close();
    }
}
