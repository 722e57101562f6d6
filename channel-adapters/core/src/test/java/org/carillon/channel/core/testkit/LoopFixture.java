package org.carillon.channel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.loop.DeliveryLoop;
import org.carillon.channel.core.loop.LoopConfig;
import org.carillon.channel.core.pace.Backoff;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.keys.SealedContact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A delivery loop over a real Kafka, with a channel and its provider behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LoopFixture {
    protected static final Duration PATIENCE = Duration.ofSeconds(40);
    protected final Instant later = Instant.now().plus(Duration.ofHours(1));

    private Path folder;
    private TestBroker broker;
    protected Rig rig;
    protected Hub hub;
    private final List<DeliveryLoop> loops = new ArrayList<>();
    protected int testNumber;

    protected abstract Rig newRig(Path folder) throws Exception;

    @BeforeAll
    void startBroker(@TempDir Path temporary) throws Exception {
        folder = temporary;
        broker = TestBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void startRig() throws Exception {
        testNumber++;
        rig = newRig(folder.resolve("rig-" + testNumber));
        hub = new Hub(broker.clients(), rig.channel().name(), rig.purpose());
    }

    @AfterEach
    void stopAll() throws Exception {
        loops.forEach(DeliveryLoop::close);
        loops.clear();
        hub.close();
        rig.close();
    }

    protected LoopConfig config() {
        return config(0);
    }

    protected LoopConfig config(double partsPerSecond) {
        LoopConfig d = LoopConfig.of(broker.clients(), "main");
        return new LoopConfig(
                d.kafka(),
                d.sender(),
                d.instance(),
                d.groupSize(),
                d.parallel(),
                partsPerSecond,
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                d.soleOwner(),
                Duration.ofMillis(500),
                d.giveUpDoubt(),
                d.replyLife(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(6),
                new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), Math::random));
    }

    protected DeliveryLoop loop(LoopConfig config, Channel channel) {
        DeliveryLoop loop = new DeliveryLoop(
                config, rig.routes(), channel, reply -> "Answer " + reply.replyId(), Clock.systemUTC());
        loops.add(loop);
        loop.start();
        return loop;
    }

    protected DeliveryLoop loop() {
        return loop(config(), rig.channel());
    }

    /** Batches of 100 for residents {@code 0 … count-1}, spread over the partitions. */
    protected AlertId publish(String name, Lane lane, int count) {
        AlertId alert = newAlert(name, "ABCD-" + (1000 + testNumber));
        for (int from = 0; from < count; from += 100) {
            hub.batch(alert, lane, from / 100 % 16, from / 1600, later, contacts(from, Math.min(count, from + 100)));
        }
        return alert;
    }

    /** A new alert with its rendition, that nobody gets yet. */
    protected AlertId newAlert(String name, String code) {
        String text = "Text of " + testName(name) + " " + code;
        return hub.alert(testName(name), rig.body(testName(name), text));
    }

    protected String testName(String name) {
        return name + "-" + getClass().getSimpleName() + testNumber;
    }

    protected List<SealedContact> contacts(int from, int to) {
        return IntStream.range(from, to).mapToObj(rig::contact).toList();
    }

    /** Everyone has got exactly one message, and the receipts say so. */
    protected void assertEachGotIt(AlertId alert, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(sentOrMore(alert)).isEqualTo(count);
            assertThat(rig.received()).hasSize(count);
        });
        assertThat(rig.received().values())
                .allSatisfy(texts -> assertThat(texts).hasSize(1));
    }

    protected long sentOrMore(AlertId alert) {
        return hub.count(alert, DeliveryStatus.SENT) + hub.count(alert, DeliveryStatus.DELIVERED);
    }
}
