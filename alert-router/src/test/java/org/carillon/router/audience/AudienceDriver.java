package org.carillon.router.audience;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.carillon.router.audience.index.IndexStore;
import org.carillon.router.reach.ReachNodes;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Made;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.reach.ReachPartial;
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
    private final AudienceConfig config;
    private final TopologyTestDriver driver;
    private final TestInputTopic<Integer, AudienceEntry> audience;
    private final TestInputTopic<String, AudienceQuery> queries;
    private final TestInputTopic<String, Receipt> receipts;
    private final Map<String, TestOutputTopic<String, DeliveryBatch>> batches = new HashMap<>();
    private final TestOutputTopic<String, Reach> reach;
    private final TestOutputTopic<String, AudienceEstimate> estimates;

    AudienceDriver(Path state, int looksPerSlice) {
        config = AudienceConfig.of(
                        List.of("city-alerts", "school-news"),
                        List.of("D01", "D02", "D03", "D04"),
                        List.of("health", "water", "weather"),
                        LANGUAGES)
                .withSlices(Duration.ofNanos(looksPerSlice), nanos::incrementAndGet);
        Topology topology = new Topology();
        AudienceNodes.addTo(topology, config, new ThreadTurns());
        ReachNodes.addTo(topology);
        Properties props = new Properties();
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, "carillon-test");
        props.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, props, NOON);
        audience = input(Topics.AUDIENCE);
        queries = input(Topics.AUDIENCE_QUERIES);
        receipts = input(Topics.RECEIPTS);
        for (ContactChannel channel : ContactChannel.values()) {
            for (Lane lane : Lane.values()) {
                Topic<String, DeliveryBatch> topic = Topics.batches(channel, lane);
                batches.put(topic.name(), output(topic));
            }
        }
        reach = output(Topics.REACH);
        estimates = output(Topics.AUDIENCE_ESTIMATES);
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

    /** Somebody of that district with the defaults of JOIN, reached by push. */
    static AudienceEntry device(int district, String language) {
        return by(ContactChannel.PUSH, resident(List.of(district), language, Level.SEVERE, 0));
    }

    /** The same subscription by another channel. */
    static AudienceEntry by(ContactChannel channel, AudienceEntry entry) {
        return new AudienceEntry(
                entry.districts(),
                entry.language(),
                entry.secondLanguage(),
                entry.level(),
                entry.topics(),
                entry.format(),
                entry.purpose(),
                channel,
                entry.contact());
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
                null,
                NOON,
                NOON.plus(Duration.ofHours(2)));
    }

    /** The same cut for other channels and, unless null, with exactly these renditions. */
    static Cut toChannels(Cut cut, @Nullable List<Made> made, String... channels) {
        return new Cut(
                cut.alertId(),
                cut.version(),
                cut.lane(),
                cut.severity(),
                cut.match(),
                cut.follows(),
                List.of(channels),
                cut.languages(),
                cut.formats(),
                made,
                cut.issuedAt(),
                cut.expires());
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
        withdraw(name, Duration.ofDays(3));
    }

    void withdraw(String name, Duration keep) {
        ask(new AudienceQuery.Withdraw(alert(name), NOON, NOON.plus(keep)));
    }

    void drained(String name) {
        drained(name, ContactChannel.SMS);
    }

    void drained(String name, ContactChannel channel) {
        receipts.pipeInput("any", new Receipt.Drained(alert(name), 0, channel.wireName()));
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
        return batches(ContactChannel.SMS, Lane.URGENT);
    }

    List<DeliveryBatch> routine() {
        return batches(ContactChannel.SMS, Lane.ROUTINE);
    }

    /** The batches since the last look. */
    List<DeliveryBatch> batches(ContactChannel channel, Lane lane) {
        return Objects.requireNonNull(batches.get(Topics.batches(channel, lane).name()))
                .readValuesToList();
    }

    /** The estimates and tombstones since the last look. */
    List<KeyValue<String, AudienceEstimate>> estimates() {
        return estimates.readKeyValuesToList();
    }

    /** How many records the changelog of the runs has got since the last look. */
    int runsStored() {
        return driver.createOutputTopic(
                        "carillon-test-" + AudienceNodes.RUNS + "-changelog",
                        new StringDeserializer(),
                        new ByteArrayDeserializer())
                .readValuesToList()
                .size();
    }

    boolean isCounting() {
        return driver.<String, Count>getKeyValueStore(AudienceNodes.COUNTS).approximateNumEntries() > 0;
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

    /** What a task answers to the stored counts that starts from the stores as they are now. */
    List<AudienceEstimate> restartCounting() {
        List<AudienceEstimate> answers = new ArrayList<>();
        CountDesk desk = new CountDesk(
                config,
                new CityPlaces(config),
                (IndexStore) driver.getStateStore(AudienceNodes.INDEX),
                driver.getKeyValueStore(AudienceNodes.COUNTS),
                new OnlyEstimates(answers),
                0);
        while (desk.isBusy()) {
            desk.slice(config.nanoClock().getAsLong() + config.slice().toNanos());
        }
        return answers;
    }

    private record OnlyEstimates(List<AudienceEstimate> answers) implements Egress {
        @Override
        public void batch(String path, ContactChannel channel, Lane lane, byte[] batch) {
            throw new AssertionError("counting cuts nobody");
        }

        @Override
        public void partial(ReachPartial partial) {
            throw new AssertionError("counting reports no reach");
        }

        @Override
        public void estimate(AudienceEstimate estimate) {
            answers.add(estimate);
        }

        @Override
        public void dismissEstimate(AlertId alertId, int version) {
            answers.removeIf(answer -> answer.alertId().equals(alertId) && answer.version() == version);
        }

        @Override
        public void commit() {}
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
