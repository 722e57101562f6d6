package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.audience.AudienceDriver.alert;
import static org.carillon.router.audience.AudienceDriver.change;
import static org.carillon.router.audience.AudienceDriver.toChannels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryStatus;

/** Whoever subscribes and whatever is sent: everyone matched is cut once, by their channel and in their language, and nobody else. */
class FanOutPropertyTest {
    private static final List<String> DISTRICTS = List.of("D01", "D02", "D03", "D04");
    private static final List<String> TOPICS = List.of("health", "water", "weather");
    private static final List<String> PURPOSES = List.of("city-alerts", "school-news");
    private static final List<String> SPOKEN = List.of("en", "es", "ar");

    private Path folder = Path.of("target");

    record Question(int purpose, Set<Integer> districts, int topic, Severity severity, List<String> channels) {
        Match match() {
            return new Match(
                    PURPOSES.get(purpose),
                    districts.stream().map(DISTRICTS::get).toList(),
                    TOPICS.get(topic),
                    severity);
        }

        boolean matches(AudienceEntry entry) {
            boolean wanted = entry.level().admits(severity) || (entry.topics() >> topic & 1) == 1;
            return wanted
                    && entry.purpose() == purpose
                    && entry.districts().stream().anyMatch(districts::contains)
                    && channels.contains(entry.channel().wireName());
        }
    }

    /** What somebody got: the channel's name and the language. */
    record Got(String channel, String language) {}

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fan-out");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 40)
    void shouldCutEveryoneMatchedOnceAndNobodyElse(
            @ForAll("people") @Size(max = 250) List<AudienceEntry> people,
            @ForAll("questions") @Size(min = 1, max = 4) List<Question> questions,
            @ForAll @IntRange(min = 1, max = 4) int looksPerSlice) {
        try (AudienceDriver driver = new AudienceDriver(folder, looksPerSlice)) {
            subscribe(driver, people);
            for (int i = 0; i < questions.size(); i++) {
                driver.ask(count("a" + i, questions.get(i)));
                driver.ask(cut("a" + i, questions.get(i)));
            }
            driver.finish();

            List<DeliveryBatch> batches = everything(driver);
            List<AudienceEstimate> estimates =
                    driver.estimates().stream().map(entry -> entry.value).toList();
            for (int i = 0; i < questions.size(); i++) {
                Map<Integer, Got> expected = expected(people, questions.get(i));
                assertThat(got(batches, "a" + i)).isEqualTo(expected);
                assertThat(counted(estimates, "a" + i)).isEqualTo(countOf(expected));
            }
            assertThat(batches)
                    .allSatisfy(batch -> assertThat(batch.lane()).isEqualTo(Lane.of(severityOf(batch, questions))));
        }
    }

    @Property(tries = 40)
    void shouldTellExactlyThoseWhoWereReachedThatItIsOver(
            @ForAll("people") @Size(max = 150) List<AudienceEntry> people,
            @ForAll("questions") @Size(min = 1, max = 2) List<Question> questions,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(min = 1, max = 4) int looksPerSlice) {
        try (AudienceDriver driver = new AudienceDriver(folder, looksPerSlice)) {
            // Given alerts of which some got the intent, some nothing
            subscribe(driver, people);
            for (int i = 0; i < questions.size(); i++) {
                driver.ask(cut("a" + i, questions.get(i)));
            }
            driver.finish();
            Map<Integer, Got> reached = new TreeMap<>();
            everything(driver).forEach(batch -> reach(driver, batch, seed, reached));

            // When
            List<String> names =
                    IntStream.range(0, questions.size()).mapToObj(i -> "a" + i).toList();
            names.forEach(driver::withdraw);
            Cut cancel = AudienceDriver.cut("over", Severity.EXTREME, null, names.toArray(String[]::new));
            driver.ask(toChannels(cancel, null, "push", "sms"));
            names.forEach(name -> Stream.of(ContactChannel.values()).forEach(c -> driver.drained(name, c)));
            driver.finish();

            // Then
            assertThat(got(everything(driver), "over")).isEqualTo(reached);
        }
    }

    private static void subscribe(AudienceDriver driver, List<AudienceEntry> people) {
        IntStream.range(0, people.size()).forEach(ordinal -> driver.subscribe(ordinal, people.get(ordinal)));
    }

    private static void reach(AudienceDriver driver, DeliveryBatch batch, int seed, Map<Integer, Got> reached) {
        for (int i = 0; i < batch.entries().size(); i++) {
            int ordinal = batch.entries().get(i).ordinal();
            if (Objects.hash(seed, ordinal, batch.id()) % 3 != 0) {
                driver.receipt(batch.id(), change(i, DeliveryStatus.INTENDED, 5));
                reached.put(ordinal, new Got(batch.channel(), batch.language()));
            }
        }
    }

    private static Cut cut(String name, Question question) {
        Cut cut = AudienceDriver.cut(name, question.severity(), question.match());
        return toChannels(cut, null, question.channels().toArray(String[]::new));
    }

    private static Count count(String name, Question question) {
        return new Count(alert(name), 1, question.match(), question.channels(), SPOKEN, null);
    }

    private static Severity severityOf(DeliveryBatch batch, List<Question> questions) {
        return IntStream.range(0, questions.size())
                .filter(i -> alert("a" + i).equals(batch.id().alertId()))
                .mapToObj(i -> questions.get(i).severity())
                .findFirst()
                .orElseThrow();
    }

    private static List<DeliveryBatch> everything(AudienceDriver driver) {
        List<DeliveryBatch> all = new ArrayList<>();
        for (ContactChannel channel : ContactChannel.values()) {
            for (Lane lane : Lane.values()) {
                List<DeliveryBatch> batches = driver.batches(channel, lane);
                assertThat(batches)
                        .allSatisfy(batch -> assertThat(batch.channel()).isEqualTo(channel.wireName()));
                all.addAll(batches);
            }
        }
        return all;
    }

    private static Map<Integer, Got> got(List<DeliveryBatch> batches, String name) {
        Map<Integer, Got> got = new TreeMap<>();
        for (DeliveryBatch batch : batches) {
            if (batch.id().alertId().equals(alert(name))) {
                batch.entries()
                        .forEach(entry -> assertThat(
                                        got.put(entry.ordinal(), new Got(batch.channel(), batch.language())))
                                .as("nobody is cut twice")
                                .isNull());
            }
        }
        return got;
    }

    private static Map<Integer, Got> expected(List<AudienceEntry> people, Question question) {
        Map<Integer, Got> expected = new TreeMap<>();
        for (int ordinal = 0; ordinal < people.size(); ordinal++) {
            AudienceEntry entry = people.get(ordinal);
            if (question.matches(entry)) {
                expected.put(ordinal, new Got(entry.channel().wireName(), language(entry)));
            }
        }
        return expected;
    }

    /** Their own, else that of their second language, else the first of the alert. */
    private static String language(AudienceEntry entry) {
        return Stream.of(entry.language(), entry.secondLanguage())
                .filter(place -> place >= 0)
                .map(AudienceDriver.LANGUAGES::get)
                .map(tag -> tag.split("-", 2)[0].toLowerCase(Locale.ROOT))
                .filter(SPOKEN::contains)
                .findFirst()
                .orElse(SPOKEN.getFirst());
    }

    private static Map<Got, Long> counted(List<AudienceEstimate> estimates, String name) {
        Map<Got, Long> counted = new TreeMap<>(Comparator.comparing(Got::toString));
        estimates.stream()
                .filter(estimate -> estimate.alertId().equals(alert(name)))
                .forEach(estimate -> estimate.byChannel()
                        .forEach((channel, languages) -> languages.forEach(
                                (language, count) -> counted.merge(new Got(channel, language), count, Long::sum))));
        return counted;
    }

    private static Map<Got, Long> countOf(Map<Integer, Got> expected) {
        Map<Got, Long> counted = new TreeMap<>(Comparator.comparing(Got::toString));
        expected.values().forEach(got -> counted.merge(got, 1L, Long::sum));
        return counted;
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 3).set().ofMinSize(1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of("sms", "push", "web").set().ofMinSize(1))
                .as((purpose, districts, topic, severity, channels) ->
                        new Question(purpose, districts, topic, severity, List.copyOf(channels)))
                .list();
    }

    @Provide
    Arbitrary<List<AudienceEntry>> people() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(-1, 4),
                        Arbitraries.of(Level.class),
                        Arbitraries.longs().between(0, 7),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(ContactChannel.class),
                        Arbitraries.integers().between(1, 400))
                .as((districts, language, second, level, topics, purpose, channel, length) -> new AudienceEntry(
                        List.copyOf(new TreeSet<>(districts)),
                        language,
                        second,
                        level,
                        topics,
                        ContentFormat.STANDARD,
                        purpose,
                        channel,
                        AudienceDriver.contact(length)))
                .list();
    }
}
