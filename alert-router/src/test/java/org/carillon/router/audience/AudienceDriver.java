package org.carillon.router.audience;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.carillon.router.reach.ReachNodes;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.ContactChannel;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The audience and reach nodes in a test driver, spoken to in the words of the domain. A slice lasts as many looks at the clock
 * as {@code looksPerSlice}, which makes interleaving the same on every machine.
 */
final class AudienceDriver implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final List<String> LANGUAGES = List.of("en", "es", "ar", "es-MX", "zh-Hant");

    private final AtomicLong nanos = new AtomicLong();
    private final TopologyTestDriver driver;
    private final TestInputTopic<Integer, AudienceEntry> audience;
    private final TestInputTopic<String, AudienceQuery> queries;
    private final TestInputTopic<String, Receipt> receipts;
    private final TestOutputTopic<String, DeliveryBatch> urgent;
    private final TestOutputTopic<String, DeliveryBatch> routine;
    private final TestOutputTopic<String, Reach> reach;

    AudienceDriver(Path state, int looksPerSlice) {
        AudienceConfig config = AudienceConfig.of(
                        List.of("city-alerts", "school-news"),
                        List.of("D01", "D02", "D03", "D04"),
                        List.of("health", "water", "weather"),
                        LANGUAGES)
                .withSlices(Duration.ofNanos(looksPerSlice), nanos::incrementAndGet);
        Topology topology = new Topology();
        AudienceNodes.addTo(topology, config);
        ReachNodes.addTo(topology);
        Properties props = new Properties();
        props.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, props, NOON);
        audience = input(Topics.AUDIENCE);
        queries = input(Topics.AUDIENCE_QUERIES);
        receipts = input(Topics.RECEIPTS);
        urgent = output(Topics.SMS_URGENT);
        routine = output(Topics.SMS_ROUTINE);
        reach = output(Topics.REACH);
    }

    static AlertId alert(String name) {
        return AlertId.of("officer@city.example", name, NOON);
    }

    /** An English speaker of that district with the defaults of JOIN. */
    static AudienceEntry resident(int district) {
        return resident(List.of(district), "en", Level.SEVERE, 0);
    }

    static AudienceEntry resident(List<Integer> districts, String language, Level level, long topics) {
        return new AudienceEntry(
                districts,
                LANGUAGES.indexOf(language),
                -1,
                level,
                topics,
                ContentFormat.STANDARD,
                0,
                ContactChannel.SMS,
                contact(7));
    }

    static SealedContact contact(int seed) {
        return SealedContact.ofBytes(("sealed-" + seed).getBytes(StandardCharsets.UTF_8));
    }

    static Cut cut(String name, Severity severity, @Nullable Match match, String... follows) {
        List<AlertId> before =
                List.of(follows).stream().map(AudienceDriver::alert).toList();
        return new Cut(
                alert(name),
                1,
                Lane.of(severity),
                severity,
                match,
                before,
                List.of("sms", "web"),
                List.of("en", "es", "ar"),
                List.of(ContentFormat.STANDARD),
                NOON,
                NOON.plus(Duration.ofHours(2)));
    }

    static Match match(Severity severity, String... districts) {
        return new Match("city-alerts", List.of(districts), "water", severity);
    }

    void subscribe(int ordinal, AudienceEntry entry) {
        audience.pipeInput(ordinal, entry);
    }

    void leave(int ordinal) {
        audience.pipeInput(ordinal, (AudienceEntry) null);
    }

    void ask(AudienceQuery query) {
        queries.pipeInput(query.alertId().value(), query);
    }

    void withdraw(String name) {
        ask(new AudienceQuery.Withdraw(alert(name), NOON, NOON.plus(Duration.ofDays(3))));
    }

    void drained(String name) {
        receipts.pipeInput("any", new Receipt.Drained(alert(name), 0, "sms"));
    }

    void receipt(BatchId batch, Receipt.Change... changes) {
        receipts.pipeInput(batch.path(), new Receipt.Progress(batch, "sms", List.of(changes)));
    }

    static Receipt.Change change(int index, DeliveryStatus status, long afterMs) {
        return new Receipt.Change(index, status, NOON.plusMillis(afterMs), null);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** One round of the slicing punctuator. */
    void slice() {
        pass(Duration.ofMillis(1));
    }

    /** Rounds enough for every run of these tests to end. */
    void finish() {
        for (int i = 0; i < 100; i++) {
            slice();
        }
    }

    List<DeliveryBatch> urgent() {
        return urgent.readValuesToList();
    }

    List<DeliveryBatch> routine() {
        return routine.readValuesToList();
    }

    /** The sums published since the last look. */
    List<Reach> reaches() {
        return reach.readValuesToList();
    }

    static List<Integer> ordinals(List<DeliveryBatch> batches) {
        List<Integer> ordinals = new ArrayList<>();
        batches.forEach(batch -> batch.entries().forEach(entry -> ordinals.add(entry.ordinal())));
        return ordinals;
    }

    boolean keeps(BatchId batch) {
        return driver.<String, byte[]>getKeyValueStore(AudienceNodes.CHUNKS).get(batch.path()) != null;
    }

    boolean remembers(String name) {
        return driver.<String, Run>getKeyValueStore(AudienceNodes.RUNS)
                        .get(alert(name).value())
                != null;
    }

    private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer(), NOON, Duration.ZERO);
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(), Serdes.String().deserializer(), topic.valueSerde().deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
