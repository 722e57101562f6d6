package org.carillon.router.audience.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEntryCodec;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.keys.SealedContact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The index against the sentence that it implements, applied to a plain list. */
class MemoryIndexTest {
    private MemoryIndex index = new MemoryIndex();
    private final Map<Integer, AudienceEntry> model = new TreeMap<>();

    /** A property has one instance for all its tries. */
    @BeforeTry
    void startAfresh() {
        index = new MemoryIndex();
        model.clear();
    }

    /** A put, or with no entry a removal. */
    record Change(int ordinal, @Nullable AudienceEntry entry) {}

    record Question(int purpose, Set<Integer> districts, int topic, Severity severity, int after) {}

    @Property(tries = 150)
    void shouldMatchLikeAPlainFilter(
            @ForAll("changes") @Size(max = 400) List<Change> changes,
            @ForAll("questions") @Size(min = 1, max = 6) List<Question> questions) {
        for (int i = 0; i < changes.size(); i++) {
            apply(changes.get(i));
            if (i % 97 == 0) {
                questions.forEach(this::check);
            }
        }
        questions.forEach(this::check);
        assertThat(index.size()).isEqualTo(model.size());
    }

    @Property(tries = 100)
    void shouldBeTheSameAfterARestoreInAnyOrder(
            @ForAll("changes") @Size(max = 300) List<Change> changes,
            @ForAll("questions") @Size(min = 1, max = 4) List<Question> questions,
            @ForAll @IntRange(max = 1000) int seed) {
        // Given the log as compaction leaves it: the last change of each ordinal, in any order of ordinals
        changes.forEach(this::apply);
        List<Integer> ordinals = new ArrayList<>(model.keySet());
        Collections.shuffle(ordinals, new Random(seed));
        IndexStore restored = new IndexStore("restored");

        // When
        for (int ordinal : ordinals) {
            restored.put(ordinal, encoded(ordinal));
        }

        // Then
        for (Question question : questions) {
            assertThat(ask(restored, question)).isEqualTo(ask(index, question));
        }
    }

    @Property(tries = 20)
    void shouldStayRightWhenTheSamePeopleChangeAgainAndAgain(
            @ForAll("entries") @Size(min = 2, max = 6) List<AudienceEntry> moods,
            @ForAll("questions") @Size(min = 1, max = 4) List<Question> questions) {
        for (int round = 0; round < 40; round++) {
            for (int ordinal = 0; ordinal < 60; ordinal++) {
                boolean leaves = (ordinal + round) % 7 == 0;
                apply(new Change(ordinal, leaves ? null : moods.get((ordinal * 31 + round) % moods.size())));
            }
            questions.forEach(this::check);
        }
    }

    @Test
    void shouldFindTopicsBeyondTheListsThatABitSetHasRoomFor() {
        AudienceEntry entry = new AudienceEntry(
                List.of(1), 0, -1, Level.EXTREME, 1L << 63, ContentFormat.STANDARD, 0, ContactChannel.SMS, contact(5));
        apply(new Change(5, entry));

        assertThat(ask(index, new Question(0, Set.of(1), 63, Severity.MINOR, -1)))
                .containsOnlyKeys(5);
        assertThat(ask(index, new Question(0, Set.of(1), 62, Severity.MINOR, -1)))
                .isEmpty();
    }

    private byte[] encoded(int ordinal) {
        return AudienceEntryCodec.encode(Objects.requireNonNull(model.get(ordinal), "a stranger was found"));
    }

    private void apply(Change change) {
        if (change.entry() == null) {
            model.remove(change.ordinal());
            index.remove(change.ordinal());
        } else {
            model.put(change.ordinal(), change.entry());
            index.put(change.ordinal(), AudienceEntryCodec.encode(change.entry()));
        }
    }

    private void check(Question question) {
        Map<Integer, Integer> expected = new TreeMap<>();
        model.forEach((ordinal, entry) -> {
            boolean wanted =
                    entry.level().admits(question.severity()) || (entry.topics() >>> question.topic() & 1) == 1;
            if (ordinal > question.after() && entry.purpose() == question.purpose() && wanted) {
                entry.districts().stream()
                        .filter(question.districts()::contains)
                        .findFirst()
                        .ifPresent(district -> expected.put(ordinal, district));
            }
        });
        assertThat(ask(index, question)).isEqualTo(expected);
    }

    /** Ordinal → first district, having checked that ordinals ascend and that each entry is the stored one. */
    private Map<Integer, Integer> ask(AudienceIndex asked, Question q) {
        Map<Integer, Integer> found = new TreeMap<>();
        Criteria criteria = new Criteria(q.purpose(), q.districts(), q.topic(), q.severity());
        AudienceIndex.Walk walk = asked.walk(criteria, q.after());
        int last = q.after();
        while (walk.next()) {
            assertThat(walk.ordinal()).isGreaterThan(last);
            last = walk.ordinal();
            found.put(last, walk.district());
            assertThat(walk.entry().toBytes()).isEqualTo(encoded(last));
            assertThat(asked.read(last, new AudienceEntryView())).isTrue();
        }
        return found;
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        // Neighbours, and a few far away, so that pages and windows are crossed.
        Arbitrary<Integer> ordinals = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 150)),
                Tuple.of(2, Arbitraries.integers().between(0, 40_000)));
        return Combinators.combine(ordinals, entry().injectNull(0.2))
                .as(Change::new)
                .list();
    }

    @Provide
    Arbitrary<List<AudienceEntry>> entries() {
        return entry().list();
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 6).set().ofMinSize(1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(-1, -1, 0, 75, 20_000))
                .as(Question::new)
                .list();
    }

    private static Arbitrary<AudienceEntry> entry() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Level.class),
                        Arbitraries.longs().between(0, 63),
                        Arbitraries.of(ContentFormat.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 60))
                .as((districts, language, level, topics, format, purpose, length) -> new AudienceEntry(
                        List.copyOf(new TreeSet<>(districts)),
                        language,
                        -1,
                        level,
                        topics,
                        format,
                        purpose,
                        ContactChannel.SMS,
                        contact(length)));
    }

    private static SealedContact contact(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) length);
        return SealedContact.ofBytes(bytes);
    }
}
