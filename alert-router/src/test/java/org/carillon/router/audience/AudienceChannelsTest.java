package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carillon.router.audience.AudienceDriver.alert;
import static org.carillon.router.audience.AudienceDriver.change;
import static org.carillon.router.audience.AudienceDriver.cut;
import static org.carillon.router.audience.AudienceDriver.device;
import static org.carillon.router.audience.AudienceDriver.match;
import static org.carillon.router.audience.AudienceDriver.ordinals;
import static org.carillon.router.audience.AudienceDriver.resident;
import static org.carillon.router.audience.AudienceDriver.toChannels;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Made;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One alert by several channels: each recipient by their own, and each channel's numbers and followers for themselves. */
class AudienceChannelsTest {
    private AudienceDriver driver;

    @BeforeEach
    void open(@TempDir Path state) {
        driver = new AudienceDriver(state, 3);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldCutEachByTheirOwnChannel() {
        // Given
        driver.subscribe(0, resident(0));
        driver.subscribe(1, device(0, "en"));
        driver.subscribe(2, device(1, "es"));
        driver.subscribe(3, device(3, "en"));

        // When
        driver.ask(both("a1", "D01", "D02"));

        // Then
        assertThat(ordinals(driver.urgent())).containsExactly(0);
        assertThat(push())
                .extracting(DeliveryBatch::channel, DeliveryBatch::language, b -> ordinals(List.of(b)))
                .containsExactly(tuple("push", "en", List.of(1)), tuple("push", "es", List.of(2)));
        assertThat(driver.batches(ContactChannel.PUSH, Lane.ROUTINE)).isEmpty();
    }

    @Test
    void shouldLeaveOutWhomTheAlertHasNoChannelFor() {
        driver.subscribe(0, resident(0));
        driver.subscribe(1, device(0, "en"));

        driver.ask(toChannels(cut("a2", Severity.SEVERE, match(Severity.SEVERE, "D01")), null, "push", "web"));
        driver.ask(toChannels(cut("a3", Severity.SEVERE, match(Severity.SEVERE, "D01")), null, "web", "radio"));
        driver.finish();

        assertThat(driver.urgent()).isEmpty();
        assertThat(ordinals(push())).containsExactly(1);
    }

    @Test
    void shouldGiveEachChannelOnlyTheRenditionsThatItHas() {
        // Given somebody who wants Spanish, by both channels, and push has no Spanish
        driver.subscribe(0, resident(List.of(0), "es", Level.ALL, 0));
        driver.subscribe(1, device(0, "es"));

        // When
        driver.ask(toChannels(
                cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")),
                List.of(
                        new Made("sms", "es", ContentFormat.STANDARD),
                        new Made("sms", "en", ContentFormat.STANDARD),
                        new Made("push", "en", ContentFormat.PLAIN)),
                "sms",
                "push"));

        // Then
        assertThat(driver.urgent())
                .extracting(DeliveryBatch::language, DeliveryBatch::format)
                .containsExactly(tuple("es", ContentFormat.STANDARD));
        assertThat(push())
                .extracting(DeliveryBatch::language, DeliveryBatch::format)
                .containsExactly(tuple("en", ContentFormat.PLAIN));
    }

    @Test
    void shouldStaySlicedWhereNobodyHasTheAlertsChannel() {
        // Given
        IntStream.range(0, 1000).forEach(i -> driver.subscribe(i, device(0, "en")));
        driver.subscribe(1000, resident(0));

        // When
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));
        List<DeliveryBatch> atOnce = driver.urgent();
        driver.finish();

        // Then
        assertThat(atOnce).as("a slice is over before it has come to her").isEmpty();
        assertThat(ordinals(driver.urgent())).containsExactly(1000);
    }

    @Test
    void shouldCountEachChannelForItselfAndTheRestOverAll() {
        // Given
        cutFourEach();

        // When
        driver.receipt(sms(), change(0, DeliveryStatus.SENT, 10), change(1, DeliveryStatus.FAILED, 10));
        driver.receipt(pushed(), change(0, DeliveryStatus.SENT, 30), change(0, DeliveryStatus.DELIVERED, 40));

        // Then
        Reach reach = reach("a1");
        assertThat(reach.channels())
                .isEqualTo(Map.of("sms", new Counts(4, 1, 0, 1, 0), "push", new Counts(4, 1, 1, 0, 0)));
        assertThat(reach.byLanguage()).isEqualTo(Map.of("en", new Counts(8, 2, 1, 1, 0)));
        assertThat(reach.byArea()).isEqualTo(Map.of("D01", new Counts(8, 2, 1, 1, 0)));
        assertThat(reach.latencies().firstMs()).isEqualTo(10);
        assertThat(reach.latencies().lastMs()).isEqualTo(30);
    }

    @Test
    void shouldNameAChannelThatReachesNobody() {
        driver.subscribe(0, resident(0));

        driver.ask(both("a1", "D01"));

        assertThat(reach("a1").channels())
                .isEqualTo(Map.of("sms", new Counts(1, 0, 0, 0, 0), "push", new Counts(0, 0, 0, 0, 0)));
    }

    @Test
    void shouldTellThoseReachedByTheChannelThatReachedThem() {
        // Given
        reachTwoEach();

        // When
        driver.withdraw("a1");
        driver.ask(cancel());
        driver.drained("a1", ContactChannel.SMS);
        driver.drained("a1", ContactChannel.PUSH);
        driver.finish();

        // Then
        assertThat(ordinals(driver.urgent())).containsExactly(0, 2);
        assertThat(ordinals(push())).containsExactly(1, 3);
    }

    @Test
    void shouldNotLetAChannelThatStandsStillKeepAnotherWaiting() {
        // Given
        reachTwoEach();
        driver.withdraw("a1");
        driver.ask(cancel());
        driver.finish();
        assertThat(driver.urgent()).isEmpty();
        assertThat(push()).isEmpty();

        // When
        driver.drained("a1", ContactChannel.PUSH);
        driver.finish();

        // Then
        assertThat(driver.urgent()).isEmpty();
        assertThat(ordinals(push())).containsExactly(1, 3);
        assertThat(reach("cancel").partitionsDone()).isZero();

        // When one more is reached before the other has drained, too
        driver.receipt(sms(), change(2, DeliveryStatus.INTENDED, 90));
        driver.drained("a1", ContactChannel.SMS);
        driver.finish();

        // Then
        assertThat(ordinals(driver.urgent())).containsExactly(0, 2, 4);
        assertThat(push()).isEmpty();
        assertThat(reach("cancel").partitionsDone()).isEqualTo(1);
    }

    @Test
    void shouldNotWaitForAChannelThatGotNoBatch() {
        // Given
        driver.subscribe(0, resident(0));
        driver.ask(both("a1", "D01"));
        driver.receipt(sms(), change(0, DeliveryStatus.SENT, 10));
        driver.urgent();
        driver.withdraw("a1");

        // When
        driver.ask(cancel());
        driver.drained("a1", ContactChannel.SMS);
        driver.finish();

        // Then
        assertThat(ordinals(driver.urgent())).containsExactly(0);
        assertThat(reach("cancel").partitionsDone()).isEqualTo(1);
    }

    @Test
    void shouldRememberADrainedThatComesBeforeTheWithdrawal() {
        // Given
        reachTwoEach();
        driver.drained("a1", ContactChannel.SMS);
        driver.drained("a1", ContactChannel.PUSH);
        driver.withdraw("a1");

        // When
        driver.ask(cancel());
        driver.finish();

        // Then
        assertThat(ordinals(driver.urgent())).containsExactly(0, 2);
        assertThat(ordinals(push())).containsExactly(1, 3);
    }

    @Test
    void shouldStoreNothingForADrainedThatChangesNothing() {
        // Given
        driver.subscribe(0, resident(0));
        driver.ask(both("a1", "D01"));
        driver.withdraw("a1");
        driver.drained("a1", ContactChannel.SMS);
        int before = driver.runsStored();

        // When
        driver.drained("a1", ContactChannel.SMS);
        driver.drained("a1", ContactChannel.PUSH);
        driver.drained("unknown", ContactChannel.SMS);
        driver.withdraw("a1");

        // Then
        assertThat(before).isPositive();
        assertThat(driver.runsStored()).isZero();
    }

    @Test
    void shouldKeepWhoWasReachedForTheLongerOfTwoWithdrawals() {
        // Given
        cutFourEach();

        // When
        driver.withdraw("a1", Duration.ofDays(5));
        driver.withdraw("a1", Duration.ofDays(2));

        // Then
        driver.pass(Duration.ofDays(5).minusSeconds(1));
        assertThat(driver.keeps(sms())).isTrue();
        driver.pass(Duration.ofSeconds(1));
        assertThat(driver.keeps(sms())).isFalse();
        assertThat(driver.remembers("a1")).isFalse();
    }

    /** Even ordinals by SMS, odd ones by push. */
    private void cutFourEach() {
        IntStream.range(0, 8).forEach(i -> driver.subscribe(i, i % 2 == 0 ? resident(0) : device(0, "en")));
        driver.ask(both("a1", "D01"));
        assertThat(ordinals(driver.urgent())).containsExactly(0, 2, 4, 6);
        assertThat(ordinals(push())).containsExactly(1, 3, 5, 7);
    }

    private void reachTwoEach() {
        cutFourEach();
        driver.receipt(sms(), change(0, DeliveryStatus.SENT, 10), change(1, DeliveryStatus.DELIVERED, 10));
        driver.receipt(pushed(), change(0, DeliveryStatus.SENT, 10), change(1, DeliveryStatus.INTENDED, 10));
        driver.receipt(pushed(), change(2, DeliveryStatus.FAILED, 10));
    }

    private static Cut both(String name, String... districts) {
        return toChannels(cut(name, Severity.SEVERE, match(Severity.SEVERE, districts)), null, "sms", "push", "web");
    }

    private static Cut cancel() {
        return toChannels(cut("cancel", Severity.SEVERE, null, "a1"), null, "sms", "push", "web");
    }

    private static BatchId sms() {
        return new BatchId(alert("a1"), 0, 0);
    }

    private static BatchId pushed() {
        return new BatchId(alert("a1"), 0, 1);
    }

    /** The last sum, once partitions and the sum have had their turn. */
    private Reach reach(String name) {
        driver.pass(Duration.ofSeconds(1));
        driver.pass(Duration.ofSeconds(1));
        return driver.reaches().stream()
                .filter(reach -> reach.alertId().equals(alert(name)))
                .toList()
                .getLast();
    }

    private List<DeliveryBatch> push() {
        return driver.batches(ContactChannel.PUSH, Lane.URGENT);
    }
}
