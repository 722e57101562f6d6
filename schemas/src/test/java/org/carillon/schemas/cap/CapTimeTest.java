package org.carillon.schemas.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2002-05-24T16:49:00-07:00, 2002-05-24T23:49:00Z",
        "2002-05-24T16:49:00-00:00, 2002-05-24T16:49:00Z",
        "2002-05-24T16:49:00+00:00, 2002-05-24T16:49:00Z",
        "2024-02-29T00:00:00+14:00, 2024-02-28T10:00:00Z",
        "2024-02-29T24:00:00-00:00, 2024-03-01T00:00:00Z",
        "2024-02-29T12:00:00-03:30, 2024-02-29T15:30:00Z"
    })
    void shouldReadTheFormOfTheStandard(String text, Instant instant) {
        CapTime time = CapTime.parse(text).orElseThrow();
        assertThat(time.instant()).isEqualTo(instant);
        assertThat(time.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2002-05-24T16:49:00Z",
                "2002-05-24T16:49:00",
                "2002-05-24T16:49:00.0-07:00",
                "2002-05-24T16:49-07:00",
                "2002-05-24 16:49:00-07:00",
                "2002-05-24T16:49:00,07:00",
                "2002-02-29T16:49:00-07:00",
                "2002-05-24T25:00:00-07:00",
                "2002-05-24T24:00:01-07:00",
                "2002-05-24T16:49:60-07:00",
                "2002-05-24T16:49:00+14:01",
                "2002-05-24T16:49:00+01:60",
                "0000-05-24T16:49:00+01:00",
                "２００２-05-24T16:49:00-07:00",
                " 2002-05-24T16:49:00-07:00"
            })
    void shouldReadNothingElse(String text) {
        assertThat(CapTime.parse(text)).isEmpty();
    }

    @Test
    void shouldWriteUtcAsTheStandardDoes() {
        assertThat(CapTime.of(Instant.parse("2026-03-01T07:00:00.999Z")).text()).isEqualTo("2026-03-01T07:00:00-00:00");
    }

    @Test
    void shouldNotHoldATextThatMeansAnotherTime() {
        OffsetDateTime other = OffsetDateTime.parse("2002-05-24T16:49:01-07:00");
        assertThatThrownBy(() -> new CapTime("2002-05-24T16:49:00-07:00", other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void shouldReadBackWhatItWrote(
            @ForAll @LongRange(min = 0, max = 250_000_000_000L) long second,
            @ForAll @IntRange(min = -18 * 3600, max = 18 * 3600) int offset) {
        OffsetDateTime moment = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                .atOffset(ZoneOffset.UTC)
                .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(offset));
        CapTime time = CapTime.of(moment);
        assertThat(CapTime.parse(time.text())).contains(time);
        assertThat(time.instant()).isEqualTo(moment.toInstant());
        assertThat(time.text()).doesNotContain("Z").doesNotContain(".").hasSize(25);
    }
}
