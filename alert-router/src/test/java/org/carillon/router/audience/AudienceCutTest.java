package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carillon.router.audience.AudienceDriver.alert;
import static org.carillon.router.audience.AudienceDriver.cut;
import static org.carillon.router.audience.AudienceDriver.match;
import static org.carillon.router.audience.AudienceDriver.ordinals;
import static org.carillon.router.audience.AudienceDriver.resident;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a cut reaches, in which batches, lanes and slices. */
class AudienceCutTest {
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
    void shouldReachThoseOfTheDistrictOnceInTheirLanguage() {
        // Given
        driver.subscribe(0, resident(0));
        driver.subscribe(1, resident(List.of(0, 1, 2), "es", Level.SEVERE, 0));
        driver.subscribe(2, resident(3));
        driver.subscribe(5, resident(List.of(1), "es-MX", Level.SEVERE, 0));

        // When
        driver.ask(cut("a1", Severity.EXTREME, match(Severity.EXTREME, "D01", "D02")));

        // Then
        List<DeliveryBatch> batches = driver.urgent();
        assertThat(batches).hasSize(2);
        assertThat(batches.get(0).language()).isEqualTo("en");
        assertThat(ordinals(batches.subList(0, 1))).containsExactly(0);
        assertThat(batches.get(1).language()).isEqualTo("es");
        assertThat(ordinals(batches.subList(1, 2))).containsExactly(1, 5);
        assertThat(batches.get(1).id()).isEqualTo(new BatchId(alert("a1"), 0, 1));
        assertThat(batches.get(1).purpose()).isEqualTo("city-alerts");
        assertThat(batches.get(1).lane()).isEqualTo(Lane.URGENT);
        assertThat(batches.get(1).entries().getFirst().contact()).isEqualTo(AudienceDriver.contact(7));
        assertThat(driver.routine()).isEmpty();
    }

    @Test
    void shouldLetLevelOrTopicDecide() {
        // Given
        driver.subscribe(0, resident(List.of(0), "en", Level.EXTREME, 0));
        driver.subscribe(1, resident(List.of(0), "en", Level.EXTREME, 0b010));
        driver.subscribe(2, resident(List.of(0), "en", Level.SEVERE, 0b101));
        driver.subscribe(3, resident(List.of(0), "en", Level.ALL, 0));

        // When
        driver.ask(cut("minor", Severity.MINOR, match(Severity.MINOR, "D01")));
        driver.ask(cut("severe", Severity.SEVERE, match(Severity.SEVERE, "D01")));
        driver.ask(cut("extreme", Severity.EXTREME, match(Severity.EXTREME, "D01")));
        driver.finish();

        // Then
        assertThat(ordinals(driver.routine())).containsExactly(1, 3);
        assertThat(driver.urgent())
                .satisfiesExactly(
                        severe -> assertThat(ordinals(List.of(severe))).containsExactly(1, 2, 3),
                        extreme -> assertThat(ordinals(List.of(extreme))).containsExactly(0, 1, 2, 3));
    }

    @Test
    void shouldFallBackInLanguageAndFormat() {
        // Given
        driver.subscribe(0, resident(List.of(0), "zh-Hant", Level.ALL, 0));
        driver.subscribe(
                1,
                new AudienceEntry(
                        List.of(0),
                        4,
                        2,
                        Level.ALL,
                        0,
                        ContentFormat.PLAIN,
                        0,
                        ContactChannel.SMS,
                        AudienceDriver.contact(1)));

        // When
        driver.ask(cut("a1", Severity.MINOR, match(Severity.MINOR, "D01")));
        driver.finish();

        // Then
        assertThat(driver.routine())
                .extracting(DeliveryBatch::language, DeliveryBatch::format)
                .containsExactly(tuple("en", ContentFormat.STANDARD), tuple("ar", ContentFormat.STANDARD));
    }

    @Test
    void shouldSliceALongRunAndForgetNobody() {
        // Given
        subscribe(1000);

        // When
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));
        List<Integer> first = ordinals(driver.urgent());
        driver.slice();
        List<Integer> second = ordinals(driver.urgent());
        driver.finish();

        // Then
        assertThat(first).isNotEmpty().hasSizeLessThan(500);
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
        assertThat(first.size() + second.size() + ordinals(driver.urgent()).size())
                .isEqualTo(1000);
    }

    @Test
    void shouldServeUrgentBeforeRoutineAndTurnAboutWithinALane() {
        // Given
        subscribe(2000, Level.ALL);
        driver.ask(cut("r1", Severity.MINOR, match(Severity.MINOR, "D01")));
        driver.ask(cut("r2", Severity.MINOR, match(Severity.MINOR, "D01")));
        driver.routine();

        // When
        driver.slice();
        driver.slice();
        driver.slice();
        driver.slice();

        // Then
        assertThat(driver.routine().stream().map(b -> b.id().alertId()).distinct())
                .containsExactlyInAnyOrder(alert("r1"), alert("r2"));

        // When an urgent one comes
        driver.ask(cut("u1", Severity.EXTREME, match(Severity.EXTREME, "D01")));
        driver.slice();

        // Then
        assertThat(driver.urgent()).isNotEmpty();
        assertThat(driver.routine()).isEmpty();

        // When time passes
        driver.finish();

        // Then it has left something for the others
        assertThat(driver.routine()).isNotEmpty();
    }

    @Test
    void shouldCutSomebodyByTheStateThatTheirSliceFinds() {
        // Given
        subscribe(1000);
        driver.ask(cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01")));

        // When
        driver.leave(990);
        driver.subscribe(991, resident(1));
        driver.subscribe(992, resident(List.of(0), "ar", Level.ALL, 0));
        driver.subscribe(0, resident(List.of(0, 1), "ar", Level.ALL, 0));
        driver.finish();

        // Then
        List<DeliveryBatch> batches = driver.urgent();
        assertThat(ordinals(batches))
                .doesNotHaveDuplicates()
                .hasSize(998)
                .contains(0, 992)
                .doesNotContain(990, 991);
        assertThat(ordinals(
                        batches.stream().filter(b -> b.language().equals("ar")).toList()))
                .containsExactly(992);
    }

    @Test
    void shouldIgnoreARepeatedCut() {
        subscribe(10);
        Cut once = cut("a1", Severity.SEVERE, match(Severity.SEVERE, "D01"));

        driver.ask(once);
        driver.ask(once);

        assertThat(ordinals(driver.urgent())).hasSize(10);
    }

    @Test
    void shouldStopWhenItExpires() {
        // Given
        subscribe(5000, Level.ALL);
        driver.ask(cut("a1", Severity.MINOR, match(Severity.MINOR, "D01")));
        driver.slice();
        int before = ordinals(driver.routine()).size();

        // When
        driver.pass(Duration.ofHours(2));
        driver.slice();

        // Then
        assertThat(before).isPositive();
        assertThat(ordinals(driver.routine())).isEmpty();
    }

    @Test
    void shouldReachNobodyForAnUnknownPurposeOrDistrict() {
        subscribe(10);

        driver.ask(cut("a1", Severity.EXTREME, match(Severity.EXTREME, "D99")));
        driver.ask(cut("a2", Severity.EXTREME, new Match("nothing", List.of("D01"), "water", Severity.EXTREME)));

        assertThat(driver.urgent()).isEmpty();
    }

    @Test
    void shouldFillBatchesUpToTheirLimit() {
        subscribe(250);

        driver.ask(cut("a1", Severity.EXTREME, match(Severity.EXTREME, "D01")));
        driver.finish();

        assertThat(driver.urgent()).allSatisfy(b -> assertThat(b.entries()).hasSizeLessThanOrEqualTo(100));
    }

    private void subscribe(int count) {
        subscribe(count, Level.SEVERE);
    }

    private void subscribe(int count, Level level) {
        IntStream.range(0, count).forEach(i -> driver.subscribe(i, resident(List.of(0), "en", level, 0)));
    }
}
