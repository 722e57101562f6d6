package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.audience.AudienceDriver.alert;
import static org.carillon.router.audience.AudienceDriver.by;
import static org.carillon.router.audience.AudienceDriver.cut;
import static org.carillon.router.audience.AudienceDriver.device;
import static org.carillon.router.audience.AudienceDriver.match;
import static org.carillon.router.audience.AudienceDriver.ordinals;
import static org.carillon.router.audience.AudienceDriver.resident;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Dismiss;
import org.carillon.schemas.audience.AudienceQuery.Made;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.cap.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counting for the preview: whom an alert would reach, without reaching anybody and without holding anybody up. */
class AudienceCountTest {
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
    void shouldCountByChannelAndByTheLanguageThatTheyWouldGet() {
        // Given
        driver.subscribe(0, resident(0));
        driver.subscribe(1, resident(List.of(0, 1), "es-MX", Level.SEVERE, 0));
        driver.subscribe(2, resident(List.of(1), "zh-Hant", Level.SEVERE, 0));
        driver.subscribe(3, device(0, "es"));
        driver.subscribe(4, resident(3));
        driver.subscribe(5, resident(List.of(0), "en", Level.EXTREME, 0));

        // When
        driver.ask(count(1));
        driver.finish();

        // Then
        assertThat(estimate())
                .isEqualTo(new AudienceEstimate(
                        alert("a1"),
                        1,
                        0,
                        Map.of("sms", Map.of("en", 2L, "es", 1L), "push", Map.of("es", 1L)),
                        Map.of("zh-Hant", 1L)));
        assertThat(driver.urgent()).isEmpty();
        assertThat(driver.remembers("a1")).isFalse();
        assertThat(driver.isCounting()).isFalse();
    }

    @Test
    void shouldCountNobodyByNameWhereNobodyIsMatched() {
        driver.ask(count(1));
        driver.finish();

        assertThat(estimate().byChannel()).isEqualTo(Map.of("sms", Map.of(), "push", Map.of()));
    }

    @Test
    void shouldKnowWhichLanguagesAChannelHas() {
        driver.subscribe(0, resident(List.of(0), "es", Level.ALL, 0));
        driver.subscribe(1, device(0, "es"));

        driver.ask(new Count(
                alert("a1"),
                1,
                match(Severity.SEVERE, "D01"),
                List.of("sms", "push"),
                List.of("en", "es"),
                List.of(
                        new Made("sms", "es", ContentFormat.PLAIN),
                        new Made("sms", "en", ContentFormat.STANDARD),
                        new Made("push", "en", ContentFormat.STANDARD))));
        driver.finish();

        assertThat(estimate().byChannel()).isEqualTo(Map.of("sms", Map.of("es", 1L), "push", Map.of("en", 1L)));
    }

    @Test
    void shouldCountInSlicesBehindEveryFanOut() {
        // Given
        IntStream.range(0, 2000).forEach(i -> driver.subscribe(i, resident(List.of(0), "en", Level.ALL, 0)));
        driver.ask(cut("routine", Severity.MINOR, match(Severity.MINOR, "D01")));
        driver.ask(count(1));

        // When an urgent alert comes, too
        driver.ask(cut("urgent", Severity.EXTREME, match(Severity.EXTREME, "D01")));
        int urgent = 0;
        int routine = 0;
        while (driver.isCounting()) {
            driver.slice();
            urgent += ordinals(driver.urgent()).size();
            routine += ordinals(driver.routine()).size();
        }

        // Then
        assertThat(urgent).isEqualTo(2000);
        assertThat(routine).isEqualTo(2000);
        assertThat(estimate().byChannel().get("sms")).isEqualTo(Map.of("en", 2000L));
    }

    @Test
    void shouldYieldToAnAlertThatComesWhileItCounts() {
        // Given
        IntStream.range(0, 3000).forEach(i -> driver.subscribe(i, resident(0)));
        driver.ask(count(1));
        driver.slice();
        driver.slice();
        driver.slice();
        assertThat(driver.isCounting()).isTrue();

        // When
        driver.ask(cut("urgent", Severity.EXTREME, match(Severity.EXTREME, "D01")));

        // Then
        assertThat(driver.urgent()).as("it is cut at once").isNotEmpty();
        driver.slice();
        assertThat(driver.urgent()).isNotEmpty();
        assertThat(driver.isCounting()).isTrue();
        driver.finish();
        assertThat(estimate().byChannel().get("sms")).isEqualTo(Map.of("en", 3000L));
    }

    @Test
    void shouldAnswerTheNewestSubmissionOnly() {
        IntStream.range(0, 1000).forEach(i -> driver.subscribe(i, resident(0)));
        driver.ask(count(1));

        driver.ask(count(2));
        driver.finish();

        assertThat(driver.estimates())
                .extracting(entry -> entry.value.version())
                .containsExactly(2);
    }

    @Test
    void shouldTakeTheAnswerBackWhenNobodyWaitsForItAnyMore() {
        driver.ask(count(1));
        driver.finish();
        String key = estimate().path();

        driver.ask(new Dismiss(alert("a1"), 1));

        assertThat(driver.estimates()).containsExactly(KeyValue.pair(key, null));
    }

    @Test
    void shouldStopCountingWhenNobodyWaitsForItAnyMore() {
        IntStream.range(0, 1000).forEach(i -> driver.subscribe(i, resident(0)));
        driver.ask(count(1));
        driver.slice();

        driver.ask(new Dismiss(alert("a1"), 1));
        driver.finish();

        assertThat(driver.isCounting()).isFalse();
        assertThat(driver.estimates())
                .as("a tombstone and no answer")
                .hasSize(1)
                .allMatch(entry -> entry.value == null);
    }

    @Test
    void shouldNotLoseAQuestionInACrash() {
        // Given a question that is stored, and a task that has just begun with it
        IntStream.range(0, 1000).forEach(i -> driver.subscribe(i, by(ContactChannel.PUSH, resident(0))));
        driver.ask(count(1));
        driver.slice();

        // When a task starts from the stores as that one would have left them
        List<AudienceEstimate> estimates = driver.restartCounting();

        // Then
        assertThat(estimates)
                .singleElement()
                .satisfies(
                        estimate -> assertThat(estimate.byChannel().get("push")).isEqualTo(Map.of("en", 1000L)));
    }

    private static Count count(int version) {
        return new Count(
                alert("a1"),
                version,
                match(Severity.SEVERE, "D01", "D02"),
                List.of("sms", "push", "web"),
                List.of("en", "es", "ar"),
                null);
    }

    private AudienceEstimate estimate() {
        return driver.estimates().getLast().value;
    }
}
