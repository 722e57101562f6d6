package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carillon.router.audience.AudienceDriver.NOON;
import static org.carillon.router.audience.AudienceDriver.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carillon.router.testkit.TestBroker;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.AudienceQuery.Withdraw;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens, in whatever order, and whenever the router dies: deliveries are those of a reference model. {@code -Dcarillon.tries=N}
 * for more episodes, {@code -Dcarillon.seed=N} for the same ones again.
 */
class RandomLivesIT {
    private static final int RESIDENTS = 2400;
    private static final int STEPS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final long seed = Long.getLong("carillon.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Recipient, AudienceEntry> town = new HashMap<>();
    private final Set<Recipient> stopped = new HashSet<>();
    /** Whose change the index may not have taken yet. */
    private final Set<Recipient> restless = new HashSet<>();

    private final List<Issued> issued = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private int residents;
    private int published;
    private int checked;

    @TempDir
    private Path folder;

    /** One alert, whom it is meant for by the model, and whose subscription changed while it went out. */
    private static final class Issued {
        private final Cut cut;
        private final Set<Recipient> meant;
        private final Set<Recipient> unsure = new HashSet<>();
        private boolean withdrawn;

        Issued(Cut cut, Set<Recipient> meant) {
            this.cut = cut;
            this.meant = meant;
        }
    }

    /** The reference model: all of it. */
    private Set<Recipient> model(@Nullable Match match) {
        return town.keySet().stream()
                .filter(who -> match != null && matches(match, Objects.requireNonNull(town.get(who))))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean matches(Match match, AudienceEntry entry) {
        boolean here =
                entry.districts().stream().map(MortalRouter.DISTRICTS::get).anyMatch(match.districts()::contains);
        return here && (entry.level().admits(match.severity()) || entry.topics() != 0);
    }

    /** To those who were told before, too; who has stopped is told nothing. */
    private Set<Recipient> expected(Issued alert, FakeAdapter adapter) {
        Set<Recipient> expected = new HashSet<>(alert.meant);
        alert.cut.follows().forEach(before -> expected.addAll(adapter.told(before)));
        expected.removeAll(stopped);
        return expected;
    }

    @Test
    void shouldDeliverAsTheModelSaysWhateverHappens() throws Exception {
        int tries = Integer.getInteger("carillon.tries", 2);
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"));
                FakeAdapter adapter = FakeAdapter.start(broker.clients());
                MortalRouter router = new MortalRouter(broker.clients(), folder.resolve("state"))) {
            Wire wire = new Wire(broker.clients());
            router.start();
            for (int i = 0; i < RESIDENTS; i++) {
                subscribe();
            }
            publish(wire, List.copyOf(town.keySet()));
            await().atMost(PATIENCE).until(adapter::isReading);
            for (int episode = 0; episode < tries; episode++) {
                settleSubscriptions(wire);
                for (int step = 0; step < STEPS; step++) {
                    step(wire, router);
                }
                settleAlerts(wire, adapter);
                check(adapter);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + "; story: " + story, e);
        }
    }

    private void step(Wire wire, MortalRouter router) {
        switch (random.nextInt(8)) {
            case 0, 1 -> issue(wire, match(), List.of(), "alert");
            case 2 -> issue(wire, match(), chain(), "update");
            case 3 -> issue(wire, null, chain(), "cancel");
            case 4 -> change(wire, false);
            case 5 -> change(wire, true);
            default -> {
                boolean wipe = random.nextBoolean();
                story.add(wipe ? "crash and wipe" : "crash");
                router.crash(wipe);
                router.start();
            }
        }
        pause();
    }

    /** An alert that still stands, and all that it followed; none where none stands. */
    private List<Issued> chain() {
        List<Issued> standing = issued.stream().filter(one -> !one.withdrawn).toList();
        if (standing.isEmpty()) {
            return List.of();
        }
        Issued last = standing.get(random.nextInt(standing.size()));
        List<Issued> chain = new ArrayList<>(List.of(last));
        issued.stream()
                .filter(one -> last.cut.follows().contains(one.cut.alertId()))
                .forEach(chain::add);
        return chain;
    }

    private void issue(Wire wire, @Nullable Match match, List<Issued> chain, String kind) {
        if (match == null && chain.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        for (Issued before : chain) {
            if (!before.withdrawn) {
                before.withdrawn = true;
                wire.ask(new Withdraw(before.cut.alertId(), now, now.plus(Duration.ofDays(1))));
                gate(wire, new GateEntry.AlertWithdrawn(before.cut.alertId(), "cancelled", now));
            }
        }
        Severity severity = match == null ? Severity.EXTREME : match.severity();
        Cut cut = new Cut(
                alert("a" + issued.size()),
                1,
                Lane.of(severity),
                severity,
                match,
                chain.stream().map(one -> one.cut.alertId()).toList(),
                List.of("sms", "push"),
                List.of("en", "es"),
                List.of(ContentFormat.STANDARD),
                null,
                NOON,
                now.plus(Duration.ofDays(1)));
        Issued one = new Issued(cut, model(match));
        one.unsure.addAll(restless);
        story.add(kind + " a" + issued.size() + " after " + chain.size() + " to " + one.meant.size());
        issued.add(one);
        wire.ask(cut);
    }

    /** Some move, or stop. */
    private void change(Wire wire, boolean stop) {
        List<Recipient> everybody = new ArrayList<>(town.keySet());
        List<Recipient> changed = random.ints(40, 0, everybody.size())
                .distinct()
                .mapToObj(everybody::get)
                .toList();
        story.add(changed.size() + (stop ? " stop" : " move"));
        restless.addAll(changed);
        for (Recipient who : changed) {
            issued.stream().skip(checked).forEach(one -> one.unsure.add(who));
            if (stop) {
                town.remove(who);
                stopped.add(who);
                gate(wire, new GateEntry.RecipientRemoved(who, "stopped", Instant.now()));
            } else {
                town.put(who, resident());
            }
        }
        publish(wire, changed);
        if (issued.size() > checked) {
            return;
        }
        settleSubscriptions(wire);
        restless.clear();
    }

    /** Every alert of this episode. */
    private void check(FakeAdapter adapter) {
        for (Issued one : issued.subList(checked, issued.size())) {
            AlertId id = one.cut.alertId();
            Collection<Recipient> told = adapter.told(id);
            assertThat(told).as("nobody twice by %s", id).doesNotHaveDuplicates();
            Set<Recipient> sure = new HashSet<>(told);
            sure.removeAll(one.unsure);
            Set<Recipient> expected = expected(one, adapter);
            expected.removeAll(one.unsure);
            if (one.withdrawn) {
                assertThat(expected).as("nobody else by %s", id).containsAll(sure);
            } else {
                assertThat(sure).as("told by a%d", issued.indexOf(one)).isEqualTo(expected);
            }
        }
        checked = issued.size();
        restless.clear();
    }

    private void settleSubscriptions(Wire wire) {
        await().atMost(PATIENCE).until(() -> wire.taken(Topics.AUDIENCE) == published);
    }

    private void settleAlerts(Wire wire, FakeAdapter adapter) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            Set<AlertId> done = wire.read(Topics.REACH).stream()
                    .map(record -> Objects.requireNonNull(record.value()))
                    .filter(reach -> reach.partitionsDone() == Topics.AUDIENCE_PARTITIONS)
                    .map(Reach::alertId)
                    .collect(Collectors.toSet());
            return issued.stream().allMatch(one -> done.contains(one.cut.alertId()));
        });
        await().atMost(PATIENCE).until(() -> adapter.isAtEnd(wire.ends(FakeAdapter.partitions())));
    }

    private void publish(Wire wire, List<Recipient> who) {
        published += who.size();
        wire.send(
                Topics.AUDIENCE,
                who.stream()
                        .map(one -> new ProducerRecord<>(
                                Topics.AUDIENCE.name(), one.partition(), one.ordinal(), entryOf(one)))
                        .toList());
    }

    @SuppressWarnings("NullAway") // a null value is a tombstone; Kafka's record is not annotated
    private AudienceEntry entryOf(Recipient who) {
        return town.get(who);
    }

    private static void gate(Wire wire, GateEntry entry) {
        wire.send(Topics.GATE, List.of(new ProducerRecord<>(Topics.GATE.name(), 0, entry.key(), entry)));
    }

    private void subscribe() {
        int number = residents++;
        town.put(new Recipient(number % Topics.AUDIENCE_PARTITIONS, number / Topics.AUDIENCE_PARTITIONS), resident());
    }

    private AudienceEntry resident() {
        List<Integer> districts = IntStream.range(0, MortalRouter.DISTRICTS.size())
                .filter(district -> random.nextInt(3) == 0)
                .boxed()
                .toList();
        AudienceEntry entry = AudienceDriver.resident(
                districts.isEmpty() ? List.of(0) : districts,
                random.nextBoolean() ? "en" : "es",
                any(List.of(Level.values())),
                random.nextInt(4) == 0 ? 1 : 0);
        return AudienceDriver.by(any(List.of(ContactChannel.values())), entry);
    }

    private Match match() {
        Severity severity = any(List.of(Severity.values()));
        List<String> districts = MortalRouter.DISTRICTS.stream()
                .filter(district -> random.nextBoolean())
                .toList();
        return AudienceDriver.match(
                severity, districts.isEmpty() ? new String[] {"D01"} : districts.toArray(String[]::new));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Now and then nothing happens for a while, so that steps fall into all phases of a fan-out. */
    private void pause() {
        Instant until = Instant.now().plusMillis(random.nextInt(400));
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(5))
                .until(() -> Instant.now().isAfter(until));
    }
}
