package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.audience.AudienceDriver.NOON;
import static org.carillon.router.audience.AudienceDriver.cut;
import static org.carillon.router.audience.AudienceDriver.match;
import static org.carillon.router.audience.AudienceDriver.toChannels;
import static org.carillon.schemas.alert.ContactChannel.PUSH;
import static org.carillon.schemas.alert.ContactChannel.SMS;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Serde<Run> SERDE = Json.serde(Run.class);
    private final Run both = Run.of(toChannels(
            cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01"), "before"), null, "sms", "push", "web"));

    @Test
    void shouldComeBackFromTheStoreAsItWas() {
        Run run = both.cutUpTo(42)
                .withCut(2, Set.of(PUSH))
                .indexed()
                .follow(SMS)
                .followedTo(0, 7)
                .drainedBy("push")
                .withdrawn(NOON);

        assertThat(SERDE.deserializer().deserialize("", SERDE.serializer().serialize("", run)))
                .isEqualTo(run);
    }

    /** Without the places of two channels, and with the cursor of following that was one for all. */
    @Test
    void shouldReadWhatWasStoredWhenSmsWasTheOnlyChannel() {
        Run run = SERDE.deserializer().deserialize("", """
                        {"cut":{"type":"cut","alertId":"ia6xtjtmmn5njsnma4gm4fajzq","version":1,"lane":"urgent",
                        "severity":"Severe","match":null,"follows":["ia6xtjtmmn5njsnma4gm4fajzr"],"channels":["sms","web"],
                        "languages":["en"],"formats":["standard"],"issuedAt":"2026-01-01T12:00:00Z",
                        "expires":"2026-01-01T14:00:00Z"},"phase":"FOLLOW","cursor":-1,"follow":0,"followChunk":3,
                        "chunks":2,"drained":[],"keepUntil":null}""".getBytes(StandardCharsets.UTF_8));

        assertThat(run.cutFor(SMS)).isTrue();
        assertThat(run.cutFor(PUSH)).isFalse();
        assertThat(run.stopped().settled(SMS)).isFalse();
        assertThat(run.stopped().drainedBy("sms").settled(SMS)).isTrue();
        assertThat(run.stopped().settled(PUSH)).isTrue();
        assertThat(run.follow(SMS).followedTo(1, 0).done()).isTrue();
        assertThat(run.withCut(3, Set.of(SMS)).cutFor(SMS)).isTrue();
    }

    @Test
    void shouldEndAtOnceWhereNobodyCanBeReached() {
        assertThat(Run.of(toChannels(cut("a1", Severity.SEVERE, null), null, "web", "radio"))
                        .done())
                .isTrue();
        assertThat(both.done()).isFalse();
    }

    @Test
    void shouldBeDoneWhenEveryChannelHasBeenFollowed() {
        Run one = both.indexed().follow(PUSH).followedTo(1, 0);

        assertThat(one.phase()).isEqualTo(Run.Phase.FOLLOW);
        assertThat(one.following().over()).containsExactly(PUSH);
        assertThat(one.follow(SMS).followedTo(1, 0).done()).isTrue();
    }

    @Test
    void shouldNotBeSettledWhileItStillCuts() {
        Run cutting = both.cutUpTo(1).withCut(1, Set.of(SMS)).drainedBy("sms").drainedBy("push");

        assertThat(cutting.settled(SMS)).isFalse();
        assertThat(cutting.settled(PUSH)).as("a batch for it may still come").isFalse();
        assertThat(cutting.stopped().settled(SMS)).isTrue();
        assertThat(cutting.stopped().settled(PUSH)).isTrue();
    }

    @Test
    void shouldKeepForTheLongerOfTwoEnds() {
        Run run = both.withdrawn(NOON.plus(Duration.ofDays(2)));

        assertThat(run.withdrawn(NOON)).isEqualTo(run);
        assertThat(run.withdrawn(NOON.plus(Duration.ofDays(3))).keepUntil()).isEqualTo(NOON.plus(Duration.ofDays(3)));
    }
}
