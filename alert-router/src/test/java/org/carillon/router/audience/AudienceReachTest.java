package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.audience.AudienceDriver.alert;
import static org.carillon.router.audience.AudienceDriver.change;
import static org.carillon.router.audience.AudienceDriver.cut;
import static org.carillon.router.audience.AudienceDriver.match;
import static org.carillon.router.audience.AudienceDriver.resident;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What receipts make of an alert's numbers. */
class AudienceReachTest {
    private static final Duration REPORT = Duration.ofMillis(100);
    private final BatchId first = new BatchId(alert("a1"), 0, 0);
    private AudienceDriver driver;

    @BeforeEach
    void open(@TempDir Path state) {
        driver = new AudienceDriver(state, 1000);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldCountAnAudienceAsQueuedWhenItIsCut() {
        driver.subscribe(0, resident(0));
        driver.subscribe(1, resident(List.of(0, 1), "es", Level.ALL, 0));

        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D02", "D01")));

        Reach reach = last();
        assertThat(reach.channels()).isEqualTo(Map.of("sms", new Counts(2, 0, 0, 0, 0)));
        assertThat(reach.byLanguage().keySet()).containsExactlyInAnyOrder("en", "es");
        assertThat(reach.byArea()).isEqualTo(Map.of("D01", new Counts(2, 0, 0, 0, 0)));
        assertThat(reach.partitionsDone()).isEqualTo(1);
        assertThat(reach.latencies().firstMs()).isEqualTo(-1);
    }

    @Test
    void shouldReportAnAlertThatReachesNobodyAsDone() {
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));

        Reach reach = last();
        assertThat(reach.partitionsDone()).isEqualTo(1);
        assertThat(reach.audience()).isZero();
    }

    @Test
    void shouldMoveNumbersWithReceipts() {
        // Given
        cutFive();

        // When
        driver.receipt(first, change(0, DeliveryStatus.INTENDED, 1), change(1, DeliveryStatus.INTENDED, 1));
        driver.receipt(
                first,
                change(0, DeliveryStatus.SENT, 40),
                change(1, DeliveryStatus.SENT, 900),
                change(2, DeliveryStatus.FAILED, 5),
                change(3, DeliveryStatus.SUPPRESSED, 5));
        driver.receipt(first, change(0, DeliveryStatus.DELIVERED, 2000));

        // Then
        Reach reach = last();
        Counts expected = new Counts(5, 2, 1, 1, 1);
        assertThat(reach.channels()).isEqualTo(Map.of("sms", expected));
        assertThat(reach.byLanguage()).isEqualTo(Map.of("en", expected));
        assertThat(reach.byArea()).isEqualTo(Map.of("D01", expected));
        assertThat(reach.latencies().firstMs()).isEqualTo(40);
        assertThat(reach.latencies().lastMs()).isEqualTo(900);
        assertThat(reach.latencies().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void shouldBearReceiptsThatComeTwiceLateOrForNobody() {
        // Given
        cutFive();

        // When
        driver.receipt(first, change(0, DeliveryStatus.DELIVERED, 2000));
        driver.receipt(first, change(0, DeliveryStatus.SENT, 40));
        driver.receipt(first, change(0, DeliveryStatus.SENT, 50));
        driver.receipt(first, change(0, DeliveryStatus.QUEUED, 40), change(77, DeliveryStatus.SENT, 40));
        driver.receipt(new BatchId(alert("a1"), 0, 9), change(0, DeliveryStatus.SENT, 40));
        driver.receipt(new BatchId(alert("unknown"), 0, 0), change(0, DeliveryStatus.SENT, 40));

        // Then
        Reach reach = last();
        assertThat(reach.channels()).isEqualTo(Map.of("sms", new Counts(5, 1, 1, 0, 0)));
        assertThat(reach.latencies().lastMs()).isEqualTo(40);
    }

    @Test
    void shouldPublishAtMostOncePerIntervalAndAlwaysTheLast() {
        // Given
        cutFive();
        last();

        // When
        IntStream.range(0, 5).forEach(i -> driver.receipt(first, change(i, DeliveryStatus.SENT, 40)));
        driver.pass(REPORT);
        driver.pass(REPORT);
        driver.pass(REPORT);

        // Then
        assertThat(driver.reaches())
                .singleElement()
                .satisfies(r -> assertThat(r.channels().get("sms")).isEqualTo(new Counts(5, 5, 0, 0, 0)));
    }

    @Test
    void shouldDropChunksWhenTheirTimeHasCome() {
        // Given
        cutFive();
        driver.withdraw("a1");

        // When
        driver.pass(Duration.ofDays(3).minusSeconds(1));
        boolean before = driver.keeps(first);
        driver.pass(Duration.ofSeconds(1));

        // Then
        assertThat(before).isTrue();
        assertThat(driver.keeps(first)).isFalse();
        assertThat(driver.remembers("a1")).isFalse();
    }

    @Test
    void shouldCountAnExpiredAlertAsDoneAndKeepItsChunksForAWhile() {
        // Given
        cutFive();

        // When
        driver.pass(Duration.ofHours(3));

        // Then
        assertThat(driver.keeps(first)).isTrue();
        driver.pass(Duration.ofDays(8));
        assertThat(driver.keeps(first)).isFalse();
    }

    @Test
    void shouldNotWaitForChannelsWithoutAnAudience() {
        var sms = cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01"));
        driver.subscribe(0, resident(0));

        driver.ask(new AudienceQuery.Cut(
                sms.alertId(),
                sms.version(),
                sms.lane(),
                sms.severity(),
                sms.match(),
                sms.follows(),
                List.of("web", "radio"),
                sms.languages(),
                sms.formats(),
                sms.made(),
                sms.issuedAt(),
                sms.expires()));

        assertThat(last().partitionsDone()).isEqualTo(1);
        assertThat(driver.urgent()).isEmpty();
    }

    private void cutFive() {
        IntStream.range(0, 5).forEach(i -> driver.subscribe(i, resident(0)));
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));
    }

    private Reach last() {
        driver.pass(REPORT);
        driver.pass(REPORT);
        return driver.reaches().getLast();
    }
}
