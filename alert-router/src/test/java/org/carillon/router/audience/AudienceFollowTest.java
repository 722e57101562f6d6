package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.audience.AudienceDriver.alert;
import static org.carillon.router.audience.AudienceDriver.change;
import static org.carillon.router.audience.AudienceDriver.cut;
import static org.carillon.router.audience.AudienceDriver.match;
import static org.carillon.router.audience.AudienceDriver.ordinals;
import static org.carillon.router.audience.AudienceDriver.resident;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.reach.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancel, all-clear, correction and Update: those who were reached, those newly matched, and nobody else. */
class AudienceFollowTest {
    private final BatchId first = new BatchId(alert("a1"), 0, 0);
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
    void shouldFollowThoseWhoWereReachedOnceTheChannelHasDrained() {
        // Given
        cutSix();
        driver.receipt(
                first,
                change(0, DeliveryStatus.INTENDED, 1),
                change(1, DeliveryStatus.SENT, 1),
                change(2, DeliveryStatus.DELIVERED, 1),
                change(3, DeliveryStatus.FAILED, 1));

        // When
        driver.withdraw("a1");
        driver.ask(cut("cancel", Severity.SEVERE, null, "a1"));
        driver.finish();
        List<DeliveryBatch> beforeDrained = driver.urgent();
        driver.receipt(first, change(4, DeliveryStatus.INTENDED, 9), change(5, DeliveryStatus.SUPPRESSED, 9));
        driver.drained("a1");
        driver.finish();

        // Then
        assertThat(beforeDrained).isEmpty();
        assertThat(ordinals(driver.urgent())).containsExactly(0, 1, 2, 4);
    }

    @Test
    void shouldStopWhatIsStillGoingOutWhenWithdrawn() {
        // Given
        IntStream.range(0, 1000).forEach(i -> driver.subscribe(i, resident(0)));
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));
        int before = ordinals(driver.urgent()).size();

        // When
        driver.withdraw("a1");
        driver.finish();

        // Then
        assertThat(before).isBetween(1, 500);
        assertThat(driver.urgent()).isEmpty();
    }

    @Test
    void shouldCutAnUpdateForTheNewlyMatchedAtOnceAndForNobodyTwice() {
        // Given
        cutSix();
        driver.receipt(
                first,
                change(0, DeliveryStatus.SENT, 1),
                change(1, DeliveryStatus.SENT, 1),
                change(2, DeliveryStatus.SENT, 1));
        driver.subscribe(2, resident(3));
        driver.subscribe(10, resident(1));

        // When
        driver.withdraw("a1");
        driver.ask(cut("update", Severity.SEVERE, match(Severity.SEVERE, "D01", "D02"), "a1"));
        driver.finish();

        // Then: those who match now, whether reached before or still queued
        assertThat(ordinals(driver.urgent())).containsExactly(0, 1, 3, 4, 5, 10);

        // When
        driver.drained("a1");
        driver.finish();

        // Then: whoever was reached and has moved away since
        assertThat(ordinals(driver.urgent())).containsExactly(2);
    }

    @Test
    void shouldFollowAWholeChainAndUseWhatIsKnownNow() {
        // Given
        cutSix();
        driver.receipt(first, change(0, DeliveryStatus.SENT, 1), change(1, DeliveryStatus.SENT, 1));
        driver.withdraw("a1");
        driver.ask(cut("update", Severity.SEVERE, match(Severity.SEVERE, "D02"), "a1"));
        driver.drained("a1");
        driver.subscribe(20, resident(1));
        driver.finish();
        assertThat(ordinals(driver.urgent())).containsExactly(0, 1);
        BatchId second = new BatchId(alert("update"), 0, 0);
        driver.receipt(second, change(0, DeliveryStatus.SENT, 5));

        // When 1 has left and 0 has another language
        driver.leave(1);
        driver.subscribe(0, resident(List.of(3), "ar", Level.EXTREME, 0));
        driver.withdraw("update");
        driver.drained("update");
        driver.ask(cut("all-clear", Severity.MINOR, null, "update", "a1"));
        driver.finish();

        // Then
        List<DeliveryBatch> batches = driver.routine();
        assertThat(ordinals(batches)).containsExactly(0);
        assertThat(batches.getFirst().language()).isEqualTo("ar");
        Reach reach = driver.reaches().getLast();
        assertThat(reach.alertId()).isEqualTo(alert("all-clear"));
        assertThat(reach.byArea().keySet()).containsExactly("D01");
    }

    @Test
    void shouldNotWaitForAnAlertThatNobodyHereHeard() {
        // Given
        cutSix();
        driver.ask(cut("empty", Severity.SEVERE, match(Severity.SEVERE, "D04")));
        driver.receipt(first, change(0, DeliveryStatus.SENT, 1));
        driver.withdraw("a1");
        driver.drained("a1");
        driver.withdraw("empty");

        // When
        driver.ask(cut("cancel", Severity.SEVERE, null, "empty", "never-heard-of", "a1"));

        // Then
        assertThat(ordinals(driver.urgent())).containsExactly(0);
    }

    @Test
    void shouldFollowManyChunksInSlices(@TempDir Path another) {
        // Given
        driver.close();
        driver = new AudienceDriver(another, 1);
        IntStream.range(0, 950).forEach(i -> driver.subscribe(i, resident(0)));
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));
        for (int i = 0; i < 50; i++) {
            driver.slice();
        }
        driver.urgent()
                .forEach(batch -> IntStream.range(0, batch.entries().size())
                        .forEach(i -> driver.receipt(batch.id(), change(i, DeliveryStatus.SENT, 1))));
        driver.withdraw("a1");
        driver.drained("a1");

        // When
        driver.ask(cut("cancel", Severity.SEVERE, null, "a1"));
        List<Integer> atOnce = ordinals(driver.urgent());
        driver.finish();

        // Then
        List<Integer> later = ordinals(driver.urgent());
        assertThat(atOnce).hasSizeLessThan(500);
        assertThat(later).doesNotContainAnyElementsOf(atOnce);
        assertThat(atOnce.size() + later.size()).isEqualTo(950);
    }

    @Test
    void shouldGiveUpWaitingWhenItExpires() {
        // Given
        cutSix();
        driver.receipt(first, change(0, DeliveryStatus.SENT, 1));
        driver.withdraw("a1");
        driver.ask(cut("cancel", Severity.SEVERE, null, "a1"));

        // When
        driver.pass(Duration.ofHours(2));
        driver.drained("a1");
        driver.finish();

        // Then
        assertThat(driver.urgent()).isEmpty();
        assertThat(driver.reaches().getLast().partitionsDone()).isEqualTo(1);
    }

    private void cutSix() {
        IntStream.range(0, 6).forEach(i -> driver.subscribe(i, resident(0)));
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));
        assertThat(ordinals(driver.urgent())).hasSize(6);
    }
}
